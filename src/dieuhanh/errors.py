"""What can go wrong with an input: one base, few classes, data inside; each edge words them once for its users."""

from __future__ import annotations

import datetime as dt


class DieuhanhError(Exception):
    """Base of every error that the product raises on purpose."""


class EmptyPageError(DieuhanhError):
    """The page holds no text at all."""


class NotTextError(DieuhanhError):
    """The bytes are no text in an encoding that we read (an image, an archive, noise)."""


class TooLargeError(DieuhanhError):
    """The page is larger than the limit; both sizes in bytes."""

    def __init__(self, size: int, limit: int) -> None:
        super().__init__(size, limit)
        self.size = size
        self.limit = limit


class SecretTextError(DieuhanhError):
    """The text carries a mark of secrecy (MẬT, TỐI MẬT, TUYỆT MẬT); nothing of it is kept, not even here."""

    def __init__(self, mark: str) -> None:
        super().__init__(mark)
        self.mark = mark


class NotDigestError(DieuhanhError):
    """The page has neither a digest's title nor one item of direction: there is nothing to register."""


class NotPermittedError(DieuhanhError):
    """The actor may not do this; `permission` is "app.verb"."""

    def __init__(self, actor: str, permission: str) -> None:
        super().__init__(actor, permission)
        self.actor = actor
        self.permission = permission


class ConfigurationError(DieuhanhError):
    """An environment variable holds what we cannot use; its value is not kept, for it may carry a password."""

    def __init__(self, variable: str) -> None:
        super().__init__(variable)
        self.variable = variable


class DatabaseUnreachableError(DieuhanhError):
    """The database does not answer, or is not ours to use."""


class ForbiddenAddressError(DieuhanhError):
    """The address is none that we fetch from: another scheme, or a host inside a private network."""


class FetchError(DieuhanhError):
    """The address does not answer as it should; `status` is the HTTP status where there was one."""

    def __init__(self, status: int | None = None) -> None:
        super().__init__(status)
        self.status = status


class NotNameError(DieuhanhError):
    """The name of an account is empty, too long, or holds other characters than letters, digits and @ . + - _, or the person's does."""


class NameTakenError(DieuhanhError):
    """There is an account of that name already, capitals apart."""

    def __init__(self, username: str) -> None:
        super().__init__(username)
        self.username = username


class UnknownUserError(DieuhanhError):
    """There is no account of that name."""

    def __init__(self, username: str) -> None:
        super().__init__(username)
        self.username = username


class NotTokenError(DieuhanhError):
    """A token cannot be made: what it is for is not said, too long or not printable, or the person has too many."""


class UnknownTokenError(DieuhanhError):
    """There is no standing token of that number."""

    def __init__(self, token: int) -> None:
        super().__init__(token)
        self.token = token


class WeakPasswordError(DieuhanhError):
    """The password is too easy to guess; `reasons` are the codes of Django's validators. The password itself is not kept."""

    def __init__(self, reasons: list[str]) -> None:
        super().__init__(reasons)
        self.reasons = reasons


class PageChangedError(DieuhanhError):
    """The page is no longer the version that the person had before them, or there is none of that address."""


class FactGoneError(DieuhanhError):
    """The page shows no such fact any more: somebody else has decided on it, or it was read anew."""


class NotFactError(DieuhanhError):
    """What a person typed is no fact of its kind; `field` names what is wrong with it, "span" where the words are not those of one item."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


class TaskError(DieuhanhError):
    """Base of what can be wrong with a step of a task, or with what a person says of one."""


class NoSuchTaskError(TaskError):
    """There is no such task, or none that this person may see: who asks cannot tell the two apart."""

    def __init__(self, task: int) -> None:
        super().__init__(task)
        self.task = task


class ForbiddenStepError(TaskError):
    """A task in that state cannot take that step; both are words of `domain.task_states`."""

    def __init__(self, state: str, step: str) -> None:
        super().__init__(state, step)
        self.state = state
        self.step = step


class TaskChangedError(TaskError):
    """Something has happened to the task since the person looked at it."""

    def __init__(self, task: int) -> None:
        super().__init__(task)
        self.task = task


class NotTaskError(TaskError):
    """What a person typed of a task cannot be; `field` names what is wrong with it."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


class LateRequestError(TaskError):
    """More time is asked for after the deadline has passed (or there is none)."""

    def __init__(self, due_on: dt.date | None) -> None:
        super().__init__(due_on)
        self.due_on = due_on


class NotAttachmentError(TaskError):
    """A file that is not taken with a report: of no type that we know, empty, or with macros; `name` is the sender's, without its path."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class NotSheetError(TaskError):
    """A sheet that cannot be taken; `faults` are (row, column, code), row 0 for the sheet as a whole. Nothing of it was stored."""

    def __init__(self, faults: list[tuple[int, str, str]]) -> None:
        super().__init__(faults)
        self.faults = faults


class NotBundleError(TaskError):
    """The file is no history of a task, or of another version."""


class NotFoundError(DieuhanhError):
    """What the action is about is not there, or no longer in a state in which this can be done to it."""


class NotScheduleError(DieuhanhError):
    """The days of a schedule of reminders are none; `field` names them."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


class NothingOverdueError(DieuhanhError):
    """The agency has no overdue task to be urged to do."""

    def __init__(self, agency: str) -> None:
        super().__init__(agency)
        self.agency = agency


class IssueError(DieuhanhError):
    """Base of what can go wrong with the issue of a week."""


class NotWeekError(IssueError):
    """What was named is no week of a calendar, or more days than an issue covers."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.words = words


class FutureWeekError(IssueError):
    """The days of the issue have not begun."""


class EmptyWeekError(IssueError):
    """The register holds no document of these days."""


class IssueExistsError(IssueError):
    """There is an issue of these days already; `issue` is its number in the database."""

    def __init__(self, issue: int) -> None:
        super().__init__(issue)
        self.issue = issue


class UnknownIssueError(IssueError):
    """There is no such issue, or no such entry in it."""


class IssueStateError(IssueError):
    """What is asked cannot be done with an issue in this state."""

    def __init__(self, state: str) -> None:
        super().__init__(state)
        self.state = state


class EditConflictError(IssueError):
    """Somebody saved the issue meanwhile: `theirs` is what stands now, `mine` what would have replaced it; both are JSON texts."""

    def __init__(self, mine: str, theirs: str, version: int, author: str) -> None:
        super().__init__(version, author)
        self.mine = mine
        self.theirs = theirs
        self.version = version
        self.author = author


class NotIssueError(IssueError):
    """What was typed is no issue; `field` names what is wrong with it."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


class GateClosedError(IssueError):
    """The issue may not be published: findings that nobody answers for, and entries whose sources are no longer what they were."""

    def __init__(self, findings: int, stale: int) -> None:
        super().__init__(findings, stale)
        self.findings = findings
        self.stale = stale


class NoSuchFindingError(IssueError):
    """The issue has no such finding any more, or the reason for taking it on is missing."""


class NotAnswerError(IssueError):
    """A rating is a whole number of stars from 1 to 5, or yes or no, about something that is published."""


class TooManyAnswersError(IssueError):
    """One address sent more in a day than people do."""


class NotSubscriptionError(IssueError):
    """What was asked for cannot be followed; `field` names what is wrong: email, subject, value."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


class ForgedLinkError(IssueError):
    """A link of a letter that we did not send, that was used up, or that is too old."""
