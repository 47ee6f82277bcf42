"""How a visitor likes to read: size of letters and contrast, kept in two cookies that say nothing else."""

from __future__ import annotations

import msgspec
from django.http import HttpRequest, HttpResponse

SIZE_COOKIE, CONTRAST_COOKIE = "co_chu", "tuong_phan"
SIZES = range(-1, 4)  # steps from the usual size; the style sheet has a class for each
HIGH = "cao"
YEAR = 365 * 24 * 3600  # seconds


class Comfort(msgspec.Struct, frozen=True):
    """The visitor's choice; `size` is a step of SIZES, 0 the usual one."""

    size: int = 0
    high_contrast: bool = False

    @property
    def classes(self) -> str:
        """The classes of the root element."""
        return " ".join(filter(None, [f"size-{self.size}" if self.size else "", "contrast" if self.high_contrast else ""]))

    @property
    def smallest(self) -> bool:
        return self.size == SIZES[0]

    @property
    def largest(self) -> bool:
        return self.size == SIZES[-1]

    def resized(self, change: str) -> Comfort:
        """After pressing A-, A or A+: "giam", "goc", "tang"; any other word changes nothing."""
        sizes = {"giam": max(self.size - 1, SIZES[0]), "goc": 0, "tang": min(self.size + 1, SIZES[-1])}
        return Comfort(sizes.get(change, self.size), self.high_contrast)

    def contrasted(self, choice: str) -> Comfort:
        """ "cao" or "thuong"; any other word changes nothing."""
        return Comfort(self.size, {HIGH: True, "thuong": False}.get(choice, self.high_contrast))


def chosen_by(request: HttpRequest) -> Comfort:
    """What the visitor's cookies say; a cookie that makes no sense counts as none."""
    steps = {str(size): size for size in SIZES}
    return Comfort(steps.get(request.COOKIES.get(SIZE_COOKIE, ""), 0), request.COOKIES.get(CONTRAST_COOKIE) == HIGH)


def keep(comfort: Comfort, response: HttpResponse, *, secure: bool) -> None:
    """Set the cookies for a year; the usual choice needs none."""
    for name, value in ((SIZE_COOKIE, str(comfort.size or "")), (CONTRAST_COOKIE, HIGH if comfort.high_contrast else "")):
        if value:
            response.set_cookie(name, value, max_age=YEAR, secure=secure, httponly=True, samesite="Lax")
        else:
            response.delete_cookie(name, samesite="Lax")


def comfort(request: HttpRequest) -> dict[str, Comfort]:
    """For every template."""
    return {"comfort": chosen_by(request)}
