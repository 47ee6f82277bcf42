"""Addresses of the desk, Vietnamese without accents."""

from __future__ import annotations

from django.urls import path

from dieuhanh.desk.issue_acts import ACTS as ISSUE_ACTS
from dieuhanh.desk.task_acts import ACTS
from dieuhanh.desk.views.accounts import access, account, accounts, add_account, membership
from dieuhanh.desk.views.adding import add
from dieuhanh.desk.views.audit import audit
from dieuhanh.desk.views.calendar import calendar, remove_day, set_day
from dieuhanh.desk.views.dividing import bundle, divide
from dieuhanh.desk.views.document_topics import document_topics
from dieuhanh.desk.views.drafts import assign_drafts, digests_to_draft, drafts, make_drafts, merge, task_edit, task_split
from dieuhanh.desk.views.facts import confirm, correct, fact, reject
from dieuhanh.desk.views.follower_letters import follower_letter_again, follower_letters
from dieuhanh.desk.views.following import following, following_sheet
from dieuhanh.desk.views.heirs import heirs
from dieuhanh.desk.views.home import home
from dieuhanh.desk.views.issue_corrections import issue_correct_add
from dieuhanh.desk.views.issue_entries import issue_entry, issue_entry_correct, issue_entry_save
from dieuhanh.desk.views.issue_steps import (
    issue_add,
    issue_entry_drop,
    issue_entry_move,
    issue_entry_recheck,
    issue_entry_recompile,
    issue_entry_waive,
)
from dieuhanh.desk.views.issue_versions import issue_differences, issue_restore, issue_versions
from dieuhanh.desk.views.issues import issue, issue_compile, issue_preview, issues
from dieuhanh.desk.views.issues import perform as perform_on_issue
from dieuhanh.desk.views.loading import load
from dieuhanh.desk.views.new_tasks import add as add_task
from dieuhanh.desk.views.new_tasks import import_sheet, take_sheet, tasks_sheet
from dieuhanh.desk.views.notices import addresses, news_again, notice_again, notices, schedule, step_news
from dieuhanh.desk.views.pages import digests, editor, place
from dieuhanh.desk.views.queue import queue
from dieuhanh.desk.views.scheme import scheme, topic, weight
from dieuhanh.desk.views.tasks import attachment, perform, task, task_place, tasks
from dieuhanh.desk.views.tokens import revoke, tokens
from dieuhanh.desk.views.urging import slip, to_urge, urging
from dieuhanh.desk.views.waiting import mine, to_answer
from dieuhanh.desk.views.warnings import acknowledge
from dieuhanh.desk.views.webhooks import end_webhook, pause_webhook, redeliver, resume_webhook, webhook, webhooks

app_name = "desk"
urlpatterns = [
    path("", home, name="home"),
    path("can-xem/", queue, name="queue"),
    path("ban-tin/", digests, name="digests"),
    path("ban-tin/<int:source>/", editor, name="editor"),
    path("ban-tin/<int:source>/cho/<slug:place>/", place, name="place"),
    path("ban-tin/<int:source>/them/", add, name="add"),
    path("ban-tin/<int:source>/luu-y/<int:order>/", acknowledge, name="acknowledge"),
    path("ban-tin/<int:source>/du-kien/<slug:fact>/", fact, name="fact"),
    path("ban-tin/<int:source>/du-kien/<slug:fact>/xac-nhan/", confirm, name="confirm"),
    path("ban-tin/<int:source>/du-kien/<slug:fact>/sua/", correct, name="correct"),
    path("ban-tin/<int:source>/du-kien/<slug:fact>/bac/", reject, name="reject"),
    path("theo-doi/", following, name="following"),
    path("theo-doi/bang.xlsx", following_sheet, name="following_sheet"),
    path("viec-cua-toi/", mine, name="mine"),
    path("cho-tra-loi/", to_answer, name="to_answer"),
    path("nhiem-vu/", tasks, name="tasks"),
    path("nhiem-vu/bang.<slug:form>", tasks_sheet, name="tasks_sheet"),
    path("nhiem-vu/them/", add_task, name="add_task"),
    path("nhiem-vu/nhap/", import_sheet, name="import_sheet"),
    path("nhiem-vu/nhap/ghi/", take_sheet, name="take_sheet"),
    path("nhiem-vu/du-thao/", digests_to_draft, name="digests_to_draft"),
    path("nhiem-vu/du-thao/<int:source>/", drafts, name="drafts"),
    path("nhiem-vu/du-thao/<int:source>/lap/", make_drafts, name="make_drafts"),
    path("nhiem-vu/du-thao/<int:source>/giao/", assign_drafts, name="assign_drafts"),
    path("nhiem-vu/du-thao/<int:source>/gop/", merge, name="merge"),
    path("nhiem-vu/tep/<int:attachment>/", attachment, name="attachment"),
    path("nhiem-vu/<int:task>/", task, name="task"),
    path("nhiem-vu/<int:task>/loi-van/", task_place, name="task_place"),
    path("nhiem-vu/<int:task>/sua/", task_edit, name="task_edit"),
    path("nhiem-vu/<int:task>/tach/", task_split, name="task_split"),
    path("nhiem-vu/<int:task>/viec-con/", divide, name="divide"),
    path("nhiem-vu/<int:task>/ho-so.json", bundle, name="bundle"),
    *(path(f"nhiem-vu/<int:task>/{act.slug}/", perform(act), name=act.name) for act in ACTS),
    path("nhiem-vu/co-quan-da-ket-thuc/", heirs, name="heirs"),
    path("lich/", calendar, name="calendar"),
    path("lich/dat/", set_day, name="set_day"),
    path("lich/<str:day>/bo/", remove_day, name="remove_day"),
    path("don-doc/", to_urge, name="to_urge"),
    path("don-doc/<int:agency>/", urging, name="urging"),
    path("don-doc/phieu/<int:slip>/", slip, name="slip"),
    path("nhac-viec/", schedule, name="schedule"),
    path("loi-nhac/", notices, name="notices"),
    path("loi-nhac/<int:notice>/gui-lai/", notice_again, name="notice_again"),
    path("thu-bao/", step_news, name="step_news"),
    path("thu-bao/<int:news>/gui-lai/", news_again, name="news_again"),
    path("thu-theo-doi/", follower_letters, name="follower_letters"),
    path("thu-theo-doi/<int:letter>/gui-lai/", follower_letter_again, name="follower_letter_again"),
    path("dia-chi-rieng/", addresses, name="addresses"),
    path("noi-nhan/", webhooks, name="webhooks"),
    path("noi-nhan/<int:webhook>/", webhook, name="webhook"),
    path("noi-nhan/<int:webhook>/tam-ngung/", pause_webhook, name="pause_webhook"),
    path("noi-nhan/<int:webhook>/gui-tiep/", resume_webhook, name="resume_webhook"),
    path("noi-nhan/<int:webhook>/ngung/", end_webhook, name="end_webhook"),
    path("noi-nhan/lan-gui/<int:delivery>/gui-lai/", redeliver, name="redeliver"),
    path("diem-tin/", issues, name="issues"),
    path("diem-tin/lap/", issue_compile, name="issue_compile"),
    path("diem-tin/quy-tac/", scheme, name="scheme"),
    path("diem-tin/quy-tac/linh-vuc/", topic, name="topic_new"),
    path("diem-tin/quy-tac/linh-vuc/<slug:code>/", topic, name="topic"),
    path("diem-tin/quy-tac/sap-xep/", weight, name="weight_new"),
    path("diem-tin/quy-tac/sap-xep/<slug:code>/", weight, name="weight"),
    path("van-ban/<int:document>/linh-vuc/", document_topics, name="document_topics"),
    path("diem-tin/<int:issue>/", issue, name="issue"),
    path("diem-tin/<int:issue>/xem-truoc/", issue_preview, name="issue_preview"),
    path("diem-tin/<int:issue>/phien-ban/", issue_versions, name="issue_versions"),
    path("diem-tin/<int:issue>/phien-ban/so-sanh/", issue_differences, name="issue_differences"),
    path("diem-tin/<int:issue>/phien-ban/<int:version>/lay-lai/", issue_restore, name="issue_restore"),
    path("diem-tin/<int:issue>/them-muc/", issue_add, name="issue_add"),
    path("diem-tin/<int:issue>/dinh-chinh/them-muc/", issue_correct_add, name="issue_correct_add"),
    path("diem-tin/<int:issue>/muc/<int:key>/", issue_entry, name="issue_entry"),
    path("diem-tin/<int:issue>/muc/<int:key>/ghi/", issue_entry_save, name="issue_entry_save"),
    path("diem-tin/<int:issue>/muc/<int:key>/dinh-chinh/", issue_entry_correct, name="issue_entry_correct"),
    path("diem-tin/<int:issue>/muc/<int:key>/chuyen/", issue_entry_move, name="issue_entry_move"),
    path("diem-tin/<int:issue>/muc/<int:key>/bo/", issue_entry_drop, name="issue_entry_drop"),
    path("diem-tin/<int:issue>/muc/<int:key>/nhan/", issue_entry_waive, name="issue_entry_waive"),
    path("diem-tin/<int:issue>/muc/<int:key>/doi-chieu/", issue_entry_recheck, name="issue_entry_recheck"),
    path("diem-tin/<int:issue>/muc/<int:key>/lap-lai/", issue_entry_recompile, name="issue_entry_recompile"),
    *(path(f"diem-tin/<int:issue>/{act.slug}/", perform_on_issue(act), name=act.name) for act in ISSUE_ACTS),
    path("nap-trang/", load, name="load"),
    path("tai-khoan/", accounts, name="accounts"),
    path("tai-khoan/them/", add_account, name="add_account"),
    path("tai-khoan/<int:user>/", account, name="account"),
    path("tai-khoan/<int:user>/mat-khau/", access, name="access"),
    path("tai-khoan/<int:user>/don-vi/", membership, name="membership"),
    path("khoa-api/", tokens, name="tokens"),
    path("khoa-api/<int:token>/thu-hoi/", revoke, name="revoke_token"),
    path("nhat-ky/", audit, name="audit"),
]
