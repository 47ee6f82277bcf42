"""What the office may do besides, and the notes that it leaves."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("tasks", "0003_counting_indexes"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="task",
            options={
                "permissions": [
                    ("see_every_task", "Xem mọi nhiệm vụ"),
                    ("draft_tasks", "Lập dự thảo nhiệm vụ từ văn bản"),
                    ("edit_draft", "Sửa dự thảo nhiệm vụ"),
                    ("merge_drafts", "Gộp dự thảo nhiệm vụ"),
                    ("split_draft", "Tách dự thảo nhiệm vụ"),
                    ("drop_draft", "Bỏ dự thảo nhiệm vụ"),
                    ("assign_tasks", "Giao nhiệm vụ"),
                    ("import_tasks", "Nhập nhiệm vụ từ bảng tính"),
                    ("correct_deadline", "Sửa thời hạn của nhiệm vụ"),
                    ("reassign", "Giao lại nhiệm vụ cho cơ quan khác"),
                    ("change_rule", "Đổi chu kỳ của nhiệm vụ định kỳ"),
                    ("set_target", "Thêm chỉ tiêu của nhiệm vụ"),
                    ("drop_target", "Bỏ chỉ tiêu của nhiệm vụ"),
                    ("accept", "Nhận nhiệm vụ"),
                    ("refuse", "Từ chối nhiệm vụ"),
                    ("report", "Báo cáo kết quả nhiệm vụ"),
                    ("ask_extension", "Xin gia hạn nhiệm vụ"),
                    ("add_subtasks", "Chia nhiệm vụ thành việc con"),
                    ("record_measure", "Ghi số liệu thực hiện chỉ tiêu"),
                    ("confirm_done", "Xác nhận nhiệm vụ hoàn thành"),
                    ("send_back", "Trả lại nhiệm vụ"),
                    ("grant_extension", "Chấp thuận gia hạn"),
                    ("refuse_extension", "Không chấp thuận gia hạn"),
                    ("suspend", "Tạm dừng nhiệm vụ"),
                    ("resume", "Tiếp tục nhiệm vụ đã tạm dừng"),
                    ("cancel", "Hủy nhiệm vụ"),
                    ("pass_to_successors", "Chuyển nhiệm vụ cho cơ quan kế thừa"),
                    ("make_occurrences", "Lập các kỳ của nhiệm vụ định kỳ"),
                ]
            },
        ),
        migrations.RemoveConstraint(
            model_name="note",
            name="tasks_note_kind",
        ),
        migrations.AlterField(
            model_name="note",
            name="kind",
            field=models.CharField(
                choices=[
                    ("succession", "cơ quan kế thừa"),
                    ("merged", "gộp dự thảo"),
                    ("refused", "từ chối"),
                    ("dropped", "không giao"),
                    ("reassigned", "giao lại"),
                    ("rule", "đổi chu kỳ"),
                    ("target", "bỏ chỉ tiêu"),
                ],
                max_length=10,
            ),
        ),
        migrations.AddConstraint(
            model_name="note",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["succession", "merged", "refused", "dropped", "reassigned", "rule", "target"])),
                name="tasks_note_kind",
            ),
        ),
    ]
