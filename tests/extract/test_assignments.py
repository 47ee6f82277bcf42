"""Orders of an item: who must do it, with whom, and whose words they are.

An expected order is a line: those who lead, then "+" and those who help, then "@" and the key of the document that is quoted;
names are set off by " / ".
"""

from __future__ import annotations

import pytest

from tests.extract.one_item import item_of

OPENING = "UBND tỉnh chỉ đạo (Công văn số 640/UBND-KT, ngày 14/5/2024) về phòng, chống cháy rừng."


def orders_in(*paragraphs: str, province: str | None = "langson") -> list[str]:
    """The orders of an item, each on a line."""
    found = []
    for order in item_of(*paragraphs, province=province).assignments:
        line = " / ".join(order.lead)
        if order.cooperating:
            line += " + " + " / ".join(order.cooperating)
        if order.source is not None:
            line += f" @ {order.source}"
        found.append(line)
    return found


SUBJECTS = [
    pytest.param(
        "Sở Tài chính tham mưu bố trí kinh phí trong dự toán năm 2025.", ["Sở Tài chính"], id="the agency opens, no word of ordering"
    ),
    pytest.param("Giao Sở Xây dựng thẩm định thiết kế cơ sở.", ["Sở Xây dựng"], id="giao"),
    pytest.param("Giao cho Sở Nội vụ thẩm định đề án vị trí việc làm.", ["Sở Nội vụ"], id="giao cho"),
    pytest.param("Phân công Sở Công Thương theo dõi nguồn hàng.", ["Sở Công Thương"], id="phân công"),
    pytest.param(
        "UBND tỉnh yêu cầu các sở, ban, ngành, UBND các huyện, thành phố tiết kiệm điện.",
        ["các sở, ban, ngành / UBND các huyện, thành phố"],
        id="UBND tỉnh yêu cầu: the committee orders and does not act",
    ),
    pytest.param("Theo đó, yêu cầu các chủ đầu tư bàn giao mặt bằng.", ["các chủ đầu tư"], id="theo đó, yêu cầu a collective"),
    pytest.param("Chủ tịch UBND tỉnh giao Sở Y tế khẩn trương mua vắc xin.", ["Sở Y tế"], id="the chairman orders"),
    pytest.param("Đồng chí yêu cầu Sở Tư pháp hoàn thiện dự thảo.", ["Sở Tư pháp"], id="the comrade orders"),
    pytest.param("Đề nghị Hội Nông dân tỉnh vận động hội viên tham gia.", ["Hội Nông dân tỉnh"], id="đề nghị"),
    pytest.param("Sở Tài chính có trách nhiệm cấp đủ kinh phí.", ["Sở Tài chính"], id="có trách nhiệm"),
    pytest.param("UBND huyện Văn Lãng chịu trách nhiệm trước UBND tỉnh về tiến độ.", ["UBND huyện Văn Lãng"], id="chịu trách nhiệm"),
    pytest.param(
        "Báo Lạng Sơn, Cổng Thông tin điện tử tỉnh, Kho bạc Nhà nước Khu vực VI phối hợp thông tin kịp thời.",
        ["Báo Lạng Sơn / Cổng Thông tin điện tử tỉnh / Kho bạc Nhà nước Khu vực VI"],
        id="an agency of a numbered region in a list",
    ),
    pytest.param(
        "UBND tỉnh yêu cầu Chủ tịch UBND các huyện từ Tràng Định đến Đình Lập rà soát các điểm sạt lở.",
        ["Chủ tịch UBND các huyện từ Tràng Định đến Đình Lập"],
        id="a collective from one place to another",
    ),
    pytest.param(
        "UBND tỉnh yêu cầu Thủ trưởng các sở, ban, ngành; Chủ tịch UBND các huyện, thành phố tiết kiệm điện.",
        ["thủ trưởng các sở, ban, ngành / Chủ tịch UBND các huyện, thành phố"],
        id="a semicolon between those who are ordered",
    ),
    pytest.param(
        "Các sở, ban, ngành, đoàn thể chính trị - xã hội xây dựng kế hoạch thực hiện.",
        ["các sở, ban, ngành, đoàn thể chính trị - xã hội"],
        id="unions as the constitution calls them",
    ),
    pytest.param(
        "Chủ tịch UBND tỉnh có ý kiến: các đơn vị được kiểm toán nghiêm túc khắc phục tồn tại.",
        ["các đơn vị được kiểm toán"],
        id="those who were audited",
    ),
    pytest.param(
        "Giao các thành viên Ban Chỉ đạo thi cấp tỉnh chuẩn bị điểm thi.", ["các thành viên Ban Chỉ đạo thi cấp tỉnh"], id="a body's level"
    ),
    pytest.param("UBND tỉnh yêu cầu: Sở Công Thương theo dõi giá cả thị trường.", ["Sở Công Thương"], id="a colon after yêu cầu"),
    pytest.param("Về kinh phí, giao Sở Tài chính cân đối nguồn.", ["Sở Tài chính"], id="a topic before giao"),
    pytest.param("Trước ngày 15/6/2024, Sở Nội vụ tổng hợp kết quả.", ["Sở Nội vụ"], id="a deadline before the subject"),
    pytest.param(
        "Định kỳ hằng quý, UBND các huyện, thành phố báo cáo kết quả.", ["UBND các huyện, thành phố"], id="a period before the subject"
    ),
    pytest.param(
        "Để chủ động ứng phó với mưa lớn, UBND huyện Đình Lập rà soát các hộ vùng sạt lở.", ["UBND huyện Đình Lập"], id="a purpose before"
    ),
    pytest.param(
        "Căn cứ chức năng, nhiệm vụ được giao, các sở, ngành liên quan triển khai thực hiện.",
        ["các sở, ngành liên quan"],
        id="a basis before the subject",
    ),
    pytest.param("Bên cạnh đó, Công an tỉnh mở đợt cao điểm tuần tra.", ["Công an tỉnh"], id="a connector before the subject"),
    pytest.param(
        "Sở Văn hóa, Thể thao và Du lịch, Sở Công Thương xây dựng chương trình kích cầu.",
        ["Sở Văn hóa, Thể thao và Du lịch / Sở Công Thương"],
        id="two agencies, commas in a name",
    ),
    pytest.param(
        "Các sở, ban, ngành, UBND các xã, phường rà soát thủ tục hành chính.",
        ["các sở, ban, ngành / UBND các xã, phường"],
        id="communes of 2025",
    ),
    pytest.param(
        "Yêu cầu thủ trưởng các sở, ban, ngành và đề nghị thủ trưởng các cơ quan đảng tỉnh thực hành tiết kiệm.",
        ["thủ trưởng các sở, ban, ngành / thủ trưởng các cơ quan đảng tỉnh"],
        id="two words of ordering, two groups, one order",
    ),
    pytest.param(
        "Các cơ quan, đơn vị, địa phương công khai quy trình giải quyết.", ["các cơ quan, đơn vị, địa phương"], id="a collective of three"
    ),
    pytest.param(
        "Công ty Điện lực Lạng Sơn bảo đảm cung ứng điện cho các trạm bơm.", ["Công ty Điện lực Lạng Sơn"], id="a company of the province"
    ),
    pytest.param(
        "Công ty TNHH Thành Phát hoàn trả mặt đường sau thi công.", ["Công ty TNHH Thành Phát"], id="a company that no list knows"
    ),
    pytest.param(
        "UBND các huyện Bắc Sơn, Bình Gia hỗ trợ người dân thu hoạch hồi.",
        ["UBND huyện Bắc Sơn / UBND huyện Bình Gia"],
        id="districts by name",
    ),
    pytest.param("Sở TN&MT (cơ quan thường trực) tổng hợp báo cáo.", ["Sở Tài nguyên và Môi trường"], id="a bracket after the subject"),
    pytest.param("Sở Y tế báo cáo Bộ Y tế, UBND tỉnh kết quả xét nghiệm.", ["Sở Y tế"], id="who is reported to does nothing"),
    pytest.param(
        "UBND các huyện, thành phố gửi danh sách về Sở Nội vụ để tổng hợp.", ["UBND các huyện, thành phố"], id="who receives does nothing"
    ),
    pytest.param("Sở Y tế hướng dẫn Bệnh viện Đa khoa tỉnh tiếp nhận người bệnh.", ["Sở Y tế"], id="who is guided does nothing here"),
    pytest.param("UBND huyện Hữu Lũng tuyên truyền để các hộ dân đồng thuận.", ["UBND huyện Hữu Lũng"], id="people are no subject"),
    pytest.param(
        "Các sở, ban, ngành; UBND các huyện, thành phố; Tỉnh đoàn phát động phong trào.",
        ["các sở, ban, ngành / UBND các huyện, thành phố / Tỉnh đoàn"],
        id="a subject set off by semicolons",
    ),
    pytest.param(
        "Trung tâm Xúc tiến đầu tư phối hợp với Hiệp hội Doanh nghiệp tỉnh tổ chức đối thoại.",
        ["Trung tâm Xúc tiến đầu tư + Hiệp hội Doanh nghiệp tỉnh"],
        id="a name that holds a verb",
    ),
    pytest.param("Đảng ủy các xã, phường lãnh đạo thực hiện.", ["Đảng ủy các xã, phường"], id="lãnh đạo as what is done"),
    pytest.param(
        "Nhiệm vụ này do Sở Tư pháp chủ trì, phối hợp với Công an tỉnh thực hiện.",
        ["Sở Tư pháp + Công an tỉnh"],
        id="do … chủ trì",
    ),
    pytest.param(
        "Trường hợp vướng mắc vượt thẩm quyền, các đơn vị kịp thời báo cáo UBND tỉnh.",
        ["các đơn vị"],
        id="trường hợp is no school",
    ),
    pytest.param(
        "Yêu cầu các cấp ủy, tổ chức đảng quán triệt nội dung Chỉ thị.",
        ["các cấp ủy, tổ chức đảng"],
        id="Party bodies are one collective",
    ),
    pytest.param("Giao UBND các xã: Na Sầm, Thất Khê giải phóng mặt bằng.", ["UBND xã Na Sầm / UBND xã Thất Khê"], id="communes by name"),
    pytest.param(
        "Giao UBND xã Quang Lang, huyện Chi Lăng chủ trì dọn dẹp.", ["UBND xã Quang Lang, huyện Chi Lăng"], id="a commune with its district"
    ),
    pytest.param("Giao Trưởng ban Dân tộc tỉnh chủ trì rà soát.", ["Trưởng ban Dân tộc tỉnh"], id="the head of a board"),
    pytest.param("Yêu cầu Trưởng Công an huyện Cao Lộc tăng cường tuần tra.", ["Trưởng Công an huyện Cao Lộc"], id="the head of a police"),
    pytest.param(
        "Đồng ý giao Ban Quản lý dự án đầu tư xây dựng tỉnh làm chủ đầu tư.", ["Ban Quản lý dự án đầu tư xây dựng tỉnh"], id="đồng ý giao"
    ),
    pytest.param("Sở Nội vụ: tổng hợp danh sách, báo cáo UBND tỉnh.", ["Sở Nội vụ"], id="a colon after the agency"),
    pytest.param(
        "Đối với UBND các xã, phường: Rà soát, thống kê số hộ bị thiệt hại.",
        ["UBND các xã, phường"],
        id="đối với an agency and a colon",
    ),
    pytest.param("Giao đồng chí Giám đốc Sở Tài chính trực tiếp chỉ đạo.", ["Giám đốc Sở Tài chính"], id="giao đồng chí and a post"),
    pytest.param(
        "Ban Quản lý dự án đầu tư xây dựng các huyện, thành phố nghiệm thu khối lượng.",
        ["Ban Quản lý dự án đầu tư xây dựng các huyện, thành phố"],
        id="boards of all districts",
    ),
    pytest.param("Riêng Sở Y tế chuẩn bị thêm 50 giường bệnh.", ["Sở Y tế"], id="riêng before the subject"),
    pytest.param(
        "Chủ tịch UBND tỉnh chỉ đạo Sở Công Thương kiểm tra các cây xăng.", ["Sở Công Thương"], id="chỉ đạo with a post before it"
    ),
    pytest.param(
        "Xét đề nghị của Sở Y tế tại Tờ trình số 45/TTr-SYT, UBND tỉnh đồng ý chủ trương và giao Sở Tài chính bố trí vốn.",
        ["Sở Tài chính"],
        id="who proposed does nothing",
    ),
    pytest.param("UBND tỉnh đề nghị Bộ Giao thông vận tải xem xét bố trí vốn.", ["Bộ Giao thông vận tải"], id="a ministry is asked"),
    pytest.param("Công an tỉnh phát hiện, ngăn chặn, xử lý nghiêm vi phạm.", ["Công an tỉnh"], id="phát hiện as what is to be done"),
    pytest.param(
        "Các sở, ngành được giao phụ trách lĩnh vực ban hành hướng dẫn.",
        ["các sở, ngành được giao phụ trách lĩnh vực"],
        id="those who were given something else before",
    ),
    pytest.param(
        "Các đơn vị có xe công chuyên dùng rà soát, sắp xếp lại.", ["các đơn vị có xe công chuyên dùng"], id="those who have something"
    ),
    pytest.param(
        "Ban Chỉ huy Quân sự tỉnh được giao chủ trì, phối hợp với Công an tỉnh diễn tập.",
        ["Ban Chỉ huy Quân sự tỉnh + Công an tỉnh"],
        id="được giao chủ trì",
    ),
    pytest.param(
        "UBND tỉnh có văn bản gửi UBND các tỉnh, thành phố trong cả nước, đề nghị phối hợp tiêu thụ quýt.",
        ["UBND các tỉnh, thành phố trong cả nước"],
        id="to whom a letter goes",
    ),
    pytest.param("Kinh phí do ngân sách tỉnh bảo đảm, Sở Tài chính bố trí theo quy định.", ["Sở Tài chính"], id="after what is paid how"),
    pytest.param("Công an tỉnh, cơ quan thường trực, rà soát kế hoạch.", ["Công an tỉnh"], id="an apposition"),
    pytest.param(
        "Giao Chánh Thanh tra tỉnh thanh tra trách nhiệm các địa phương.", ["Chánh Thanh tra tỉnh"], id="a word that names and does"
    ),
    pytest.param(
        "Giao các sở: Tài nguyên và Môi trường, Xây dựng, Công Thương theo dõi giá cát.",
        ["Sở Tài nguyên và Môi trường / Sở Xây dựng / Sở Công Thương"],
        id="departments behind a colon",
    ),
    pytest.param("Các sở, ngành còn lại phản hồi bằng văn bản.", ["các sở, ngành còn lại"], id="those who are left"),
    pytest.param(
        "Sở Tư pháp được giao theo dõi, đôn đốc chung.",
        ["Sở Tư pháp"],
        id="told in the passive",
    ),
    pytest.param(
        "Trung đoàn 123 và Công an tỉnh được đề nghị sẵn sàng giúp dân thu hoạch lúa.",
        ["Trung đoàn 123 / Công an tỉnh"],
        id="asked in the passive, a military unit",
    ),
    pytest.param(
        "Sư đoàn Bộ binh 3 và Đoàn Kinh tế - Quốc phòng 338 giúp dân thu hoạch lúa.",
        ["Sư đoàn Bộ binh 3 / Đoàn Kinh tế - Quốc phòng 338"],
        id="military units that no list names",
    ),
    pytest.param(
        "UBND các huyện: Bắc Sơn, Bình Gia, nơi còn nhiều hộ nghèo, cần rà soát từng hộ.",
        ["UBND huyện Bắc Sơn / UBND huyện Bình Gia"],
        id="words between commas tell of a place",
    ),
    pytest.param(
        "Ban Quản lý dự án đầu tư xây dựng tỉnh, đơn vị có số vốn lớn nhất, phải báo cáo hằng tuần.",
        ["Ban Quản lý dự án đầu tư xây dựng tỉnh"],
        id="words between commas tell of an agency",
    ),
    pytest.param(
        "Các chủ đầu tư đang chậm tiến độ phải rà soát từng gói thầu.",
        ["các chủ đầu tư đang chậm tiến độ"],
        id="only those who are late",
    ),
    pytest.param(
        "Trạm Thú y các huyện in, phát tờ rơi cho hộ nuôi.",
        ["Trạm Thú y các huyện"],
        id="to print",
    ),
    pytest.param(
        "Việc chuẩn bị tài liệu giao các cơ quan soạn thảo chủ động thực hiện.",
        ["các cơ quan soạn thảo"],
        id="the matter before the word of ordering",
    ),
    pytest.param(
        "MobiFone Lạng Sơn, Viettel Lạng Sơn gửi lộ trình đầu tư trạm về Sở Xây dựng.",
        ["MobiFone Lạng Sơn / Viettel Lạng Sơn"],
        id="companies by their brand",
    ),
    pytest.param(
        "Giám đốc các sở: Tài chính, Xây dựng, Chủ tịch UBND các huyện, thành phố tổ chức thực hiện.",
        ["Giám đốc Sở Tài chính / Giám đốc Sở Xây dựng / Chủ tịch UBND các huyện, thành phố"],
        id="the directors of departments named one by one",
    ),
    pytest.param(
        "Trách nhiệm của Sở Y tế: thẩm định hồ sơ hành nghề.",
        ["Sở Y tế"],
        id="whose duty it is, up to the colon",
    ),
    pytest.param(
        "Các chủ rừng là tổ chức tự kiểm kê diện tích được giao.",
        ["các chủ rừng là tổ chức"],
        id="only those that are of a sort",
    ),
    pytest.param(
        "UBND Cao Lộc, Văn Lãng, Tràng Định rà soát lao động tự do.",
        ["UBND huyện Cao Lộc / UBND huyện Văn Lãng / UBND huyện Tràng Định"],
        id="districts by their bare names",
    ),
    pytest.param(
        "Chủ tịch UBND thành phố Lạng Sơn, Cao Lộc và Chi Lăng giải trình với UBND tỉnh.",
        ["Chủ tịch UBND thành phố Lạng Sơn / Chủ tịch UBND huyện Cao Lộc / Chủ tịch UBND huyện Chi Lăng"],
        id="chairmen of districts by their bare names",
    ),
]

CLAUSES = [
    pytest.param("Sở Tài chính rà soát, tổng hợp, trình UBND tỉnh phê duyệt.", ["Sở Tài chính"], id="verbs of one agency are one order"),
    pytest.param(
        "Sở Tài chính rà soát nhu cầu; tổng hợp; báo cáo UBND tỉnh.", ["Sở Tài chính"], id="a semicolon without a subject parts nothing"
    ),
    pytest.param(
        "Giao Sở Xây dựng lập quy hoạch; Sở Tài chính bố trí vốn; UBND huyện Lộc Bình giải phóng mặt bằng.",
        ["Sở Xây dựng", "Sở Tài chính", "UBND huyện Lộc Bình"],
        id="a semicolon before each new subject",
    ),
    pytest.param("Sở Y tế tập huấn; giao Sở Tài chính bố trí kinh phí.", ["Sở Y tế", "Sở Tài chính"], id="a semicolon before giao"),
    pytest.param(
        "Sở Y tế giám sát dịch bệnh. Sở Thông tin và Truyền thông định hướng báo chí đưa tin.",
        ["Sở Y tế", "Sở Thông tin và Truyền thông"],
        id="two sentences, two subjects",
    ),
    pytest.param(
        "Sở Y tế giám sát dịch bệnh. Sở Y tế dự trữ thuốc.", ["Sở Y tế", "Sở Y tế"], id="two sentences of one agency are two orders"
    ),
    pytest.param(
        "Giao: (1) Sở Tài chính bố trí kinh phí; (2) Sở Y tế tập huấn cho cán bộ cơ sở.",
        ["Sở Tài chính", "Sở Y tế"],
        id="numbers in brackets",
    ),
    pytest.param("Trên địa bàn tỉnh.Sở Y tế tăng cường giám sát dịch bệnh.", ["Sở Y tế"], id="a missing space after the stop"),
    pytest.param(
        "Đề nghị Ban Tuyên giáo Tỉnh ủy định hướng báo chí; yêu cầu Sở Tư pháp phổ biến pháp luật.",
        ["Ban Tuyên giáo Tỉnh ủy", "Sở Tư pháp"],
        id="a semicolon before yêu cầu",
    ),
    pytest.param(
        "Đối với vốn sự nghiệp, Sở Tài chính tham mưu; đối với vốn đầu tư, Sở Kế hoạch và Đầu tư tham mưu.",
        ["Sở Tài chính", "Sở Kế hoạch và Đầu tư"],
        id="a topic before each subject",
    ),
    pytest.param(
        "Sở Nội vụ trả lời huyện trong tháng 3; việc cấp điện cho hai thôn vùng cao, đề nghị Công ty Điện lực Lạng Sơn đưa vào danh mục.",
        ["Sở Nội vụ", "Công ty Điện lực Lạng Sơn"],
        id="another matter, and who is asked about it",
    ),
]

CONTINUATIONS = [
    pytest.param(["Sở Y tế giám sát dịch bệnh. Đồng thời dự trữ đủ thuốc, hóa chất."], ["Sở Y tế"] * 2, id="đồng thời goes on"),
    pytest.param(["Sở Y tế giám sát dịch bệnh. Chỉ đạo các trung tâm y tế trực ban."], ["Sở Y tế"] * 2, id="a bare verb goes on"),
    pytest.param(["Sở Y tế giám sát dịch bệnh. Trong đó, ưu tiên vùng biên giới."], ["Sở Y tế"] * 2, id="trong đó goes on"),
    pytest.param(
        ["Sở Y tế kiểm tra các bếp ăn. Kết thúc đợt kiểm tra, báo cáo UBND tỉnh trước ngày 20/6/2024."],
        ["Sở Y tế"] * 2,
        id="an adverbial and a bare verb go on",
    ),
    pytest.param(
        ["Sở Y tế tiếp nhận hồ sơ. Trường hợp vướng mắc, báo cáo Sở Nội vụ xem xét."],
        ["Sở Y tế"] * 2,
        id="who is reported to takes nothing over",
    ),
    pytest.param(
        ["Sở Y tế chủ trì, phối hợp với Công an tỉnh kiểm tra. Đồng thời công khai vi phạm."],
        ["Sở Y tế + Công an tỉnh"] * 2,
        id="those who help go on too",
    ),
    pytest.param(
        ["Giao Sở Nội vụ tổng hợp. Ngoài ra, kịp thời đề xuất khen thưởng. Sở Tài chính thẩm định mức chi."],
        ["Sở Nội vụ", "Sở Nội vụ", "Sở Tài chính"],
        id="a new subject ends what goes on",
    ),
    pytest.param(
        ["Sở Công Thương theo dõi thị trường. Năm 2023, tổng mức bán lẻ đạt 27.000 tỷ đồng."], ["Sở Công Thương"], id="a result is no order"
    ),
    pytest.param(
        ["Giao Sở Tư pháp đôn đốc thực hiện. Quyết định này có hiệu lực từ ngày 20/5/2024."],
        ["Sở Tư pháp"],
        id="the day of effect is no order",
    ),
    pytest.param(
        ["Giao Sở Tư pháp đôn đốc thực hiện. Quyết định này thay thế Quyết định số 12/2019/QĐ-UBND ngày 05/4/2019 của UBND tỉnh."],
        ["Sở Tư pháp"],
        id="what is replaced is no order",
    ),
    pytest.param(
        ["Sở Y tế giám sát dịch bệnh.", "Theo thống kê, từ đầu năm đến nay toàn tỉnh ghi nhận 35 ca mắc."],
        ["Sở Y tế"],
        id="a report in the next paragraph is no order",
    ),
]

LETTERED = [
    pytest.param(
        ["1. Sở Công Thương", "a) Theo dõi diễn biến giá cả.", "b) Kết nối cung cầu nông sản.", "đ) Kiểm tra kho xăng dầu."],
        ["Sở Công Thương"] * 3,
        id="each letter is an order of the number's agency",
    ),
    pytest.param(
        ["1. Sở Y tế", "a) Giám sát dịch bệnh.", "2. Sở Tài chính", "a) Bố trí kinh phí.", "b) Kiểm soát giá thuốc."],
        ["Sở Y tế", "Sở Tài chính", "Sở Tài chính"],
        id="the next number takes over",
    ),
    pytest.param(
        ["8. Công an tỉnh, Bộ Chỉ huy Quân sự tỉnh", "a) Tuần tra địa bàn giáp ranh.", "b) Bộ Chỉ huy Quân sự tỉnh tham mưu diễn tập."],
        ["Công an tỉnh / Bộ Chỉ huy Quân sự tỉnh", "Bộ Chỉ huy Quân sự tỉnh"],
        id="a number of two agencies, a letter that names its own",
    ),
    pytest.param(
        ["3. Sở NN&PTNT", "a) Chủ trì, phối hợp với UBND các huyện, thành phố gieo trồng vụ xuân.", "b) Kiểm tra hồ chứa."],
        ["Sở Nông nghiệp và Phát triển nông thôn + UBND các huyện, thành phố", "Sở Nông nghiệp và Phát triển nông thôn"],
        id="those who help in one letter only",
    ),
    pytest.param(
        ["5. Sở Y tế", "Chủ trì, phối hợp với Công an tỉnh:", "a) Kiểm tra bếp ăn tập thể.", "b) Xử lý hàng giả."],
        ["Sở Y tế + Công an tỉnh"] * 2,
        id="a line that announces helpers governs the letters",
    ),
    pytest.param(
        ["2. Sở Tài chính", "Chủ trì, phối hợp với Cục Thuế tỉnh đôn đốc thu ngân sách. Kiểm soát chặt chẽ nợ công."],
        ["Sở Tài chính + Cục Thuế tỉnh", "Sở Tài chính"],
        id="a paragraph below a number, each sentence an order",
    ),
    pytest.param(
        ["1. Giao Sở Nội vụ theo dõi việc thực hiện Kế hoạch.", "2. Sở Tài chính bố trí kinh phí."],
        ["Sở Nội vụ", "Sở Tài chính"],
        id="numbers before whole sentences",
    ),
    pytest.param(
        ["a) Giao Sở Nội vụ chủ trì, phối hợp với Sở Tư pháp thẩm định.", "b) Giao Sở Tài chính bố trí kinh phí."],
        ["Sở Nội vụ + Sở Tư pháp", "Sở Tài chính"],
        id="letters before whole sentences",
    ),
    pytest.param(
        ["Các sở, ban, ngành:", "- Rà soát thủ tục hành chính.", "- Số hóa hồ sơ lưu trữ."],
        ["các sở, ban, ngành"] * 2,
        id="dashes below addressees",
    ),
    pytest.param(
        [
            "Thủ trưởng các sở, ban, ngành, Chủ tịch UBND các huyện, thành phố:",
            "+ Phân bổ hết vốn được giao.",
            "+ Nghiệm thu đúng tiến độ.",
        ],
        ["thủ trưởng các sở, ban, ngành / Chủ tịch UBND các huyện, thành phố"] * 2,
        id="plus signs below addressees",
    ),
    pytest.param(
        ["II. TỔ CHỨC THỰC HIỆN", "1. Sở Du lịch", "a) Quảng bá sản phẩm mùa thu."], ["Sở Du lịch"], id="a Roman heading names nobody"
    ),
    pytest.param(
        ["2.1. Sở Xây dựng", "a) Cập nhật giá vật liệu.", "2.2. UBND cấp xã", "a) Quản lý trật tự xây dựng."],
        ["Sở Xây dựng", "UBND cấp xã"],
        id="decimal numbers",
    ),
    pytest.param(
        ["Nội dung thực hiện:", "a) Tuyên truyền trên loa truyền thanh.", "b) Tập huấn cho cán bộ thôn."],
        [],
        id="what a plan contains has no agency",
    ),
    pytest.param(
        ["1. Sở Y tế", "a) Giám sát dịch bệnh.", "Kế hoạch có hiệu lực từ ngày ký ban hành."],
        ["Sở Y tế"],
        id="the sentence below the list is no order",
    ),
    pytest.param(
        ["5. Đề nghị Hội Nông dân tỉnh và Tỉnh đoàn", "Vận động hội viên, đoàn viên hiến đất."],
        ["Hội Nông dân tỉnh / Tỉnh đoàn"],
        id="a number that asks, its task below",
    ),
    pytest.param(
        ["Theo đó, UBND tỉnh giao:", "- Sở Tài chính bố trí kinh phí;", "- Sở Y tế tập huấn."],
        ["Sở Tài chính", "Sở Y tế"],
        id="giao above dashes, each with its agency",
    ),
    pytest.param(
        ["1. Sở Tài chính: Bố trí kinh phí; hướng dẫn quyết toán.", "2. Sở Y tế: Tập huấn cán bộ."],
        ["Sở Tài chính", "Sở Y tế"],
        id="number, agency, colon, task",
    ),
    pytest.param(
        ["1. Về tuyên truyền: Sở Tư pháp biên soạn tài liệu.", "2. Về kinh phí: Sở Tài chính cân đối."],
        ["Sở Tư pháp", "Sở Tài chính"],
        id="a topic after each number",
    ),
    pytest.param(
        ["1. Sở Công Thương chủ trì, phối hợp với Công an tỉnh:", "a) Theo dõi thị trường.", "b) Kiểm tra hàng giả."],
        ["Sở Công Thương + Công an tỉnh"] * 2,
        id="lead and helpers in the number's line",
    ),
    pytest.param(
        ["4. Các Sở: Tài chính, Xây dựng", "a) Cân đối nguồn vốn.", "b) Thẩm định dự án."],
        ["Sở Tài chính / Sở Xây dựng"] * 2,
        id="a number of departments, Sở said once",
    ),
    pytest.param(
        ["Điều 2. Giao Sở Nội vụ hướng dẫn thực hiện.", "Điều 3. Giám đốc Sở Tài chính chịu trách nhiệm thi hành."],
        ["Sở Nội vụ", "Giám đốc Sở Tài chính"],
        id="articles",
    ),
    pytest.param(["* Sở Y tế:", "- Dự trữ thuốc.", "* Công an tỉnh:", "- Tuần tra."], ["Sở Y tế", "Công an tỉnh"], id="stars and dashes"),
]

TABLES = [
    pytest.param(
        [
            "TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời hạn",
            "1 | Cấp chữ ký số | Sở Nội vụ | Sở Tài chính, Công an tỉnh | 30/6/2024",
        ],
        ["Sở Nội vụ + Sở Tài chính / Công an tỉnh"],
        id="a row is an order",
    ),
    pytest.param(
        ["Nội dung | Thời gian | Đơn vị thực hiện", "Tập huấn | Quý II | Sở Y tế", "Kiểm tra | Quý III | Công an tỉnh"],
        ["Sở Y tế", "Công an tỉnh"],
        id="columns in another order, no helpers",
    ),
    pytest.param(
        ["TT | Nhiệm vụ | Cơ quan chủ trì", "I | Công tác tuyên truyền | ", "1 | In tờ rơi | Sở Tư pháp"],
        ["Sở Tư pháp"],
        id="a row without an agency",
    ),
    pytest.param(["Xã | Số hộ nghèo | Tỷ lệ", "Yên Bình | 120 | 5,2"], [], id="a table of figures"),
]

HELPERS = [
    pytest.param(
        "Sở Công Thương chủ trì, phối hợp với Sở Tài chính, Công an tỉnh và các cơ quan liên quan kiểm tra thị trường.",
        ["Sở Công Thương + Sở Tài chính / Công an tỉnh / các cơ quan liên quan"],
        id="chủ trì, phối hợp với a list",
    ),
    pytest.param(
        "Giao Sở Xây dựng chủ trì, phối hợp với các đơn vị liên quan nghiệm thu.", ["Sở Xây dựng + các đơn vị liên quan"], id="after giao"
    ),
    pytest.param("Sở Xây dựng chủ trì phối hợp với Sở Tài chính thẩm định giá.", ["Sở Xây dựng + Sở Tài chính"], id="without the comma"),
    pytest.param("Sở Xây dựng phối hợp Sở Tài chính thẩm định giá.", ["Sở Xây dựng + Sở Tài chính"], id="phối hợp without với"),
    pytest.param("Sở Xây dựng phối hợp cùng Sở Tài chính thẩm định giá.", ["Sở Xây dựng + Sở Tài chính"], id="phối hợp cùng"),
    pytest.param("Sở Xây dựng cùng Sở Tài chính thẩm định giá.", ["Sở Xây dựng + Sở Tài chính"], id="cùng"),
    pytest.param(
        "Sở Xây dựng phối hợp chặt chẽ với Sở Tài chính thẩm định giá.", ["Sở Xây dựng + Sở Tài chính"], id="phối hợp chặt chẽ với"
    ),
    pytest.param(
        "Sở Xây dựng có trách nhiệm chủ trì, phối hợp với Sở Tài chính thẩm định giá.",
        ["Sở Xây dựng + Sở Tài chính"],
        id="chủ trì after có trách nhiệm",
    ),
    pytest.param(
        "Sở Xây dựng chủ động phối hợp với UBND huyện Chi Lăng kiểm tra công trình.",
        ["Sở Xây dựng + UBND huyện Chi Lăng"],
        id="after chủ động",
    ),
    pytest.param(
        "Sở Xây dựng công bố giá vật liệu; phối hợp với Sở Tài chính kiểm tra việc niêm yết.",
        ["Sở Xây dựng + Sở Tài chính"],
        id="in a later clause",
    ),
    pytest.param(
        "Sở Xây dựng, Sở Tài chính phối hợp với Công an tỉnh kiểm tra.",
        ["Sở Xây dựng / Sở Tài chính + Công an tỉnh"],
        id="two lead, one helps",
    ),
    pytest.param(
        "Sở Xây dựng chủ trì, phối hợp với các sở, ban, ngành và UBND các huyện, thành phố rà soát quy hoạch.",
        ["Sở Xây dựng + các sở, ban, ngành / UBND các huyện, thành phố"],
        id="collectives help",
    ),
    pytest.param("Sở Xây dựng phối hợp liên ngành thực hiện tốt nhiệm vụ.", ["Sở Xây dựng"], id="nobody is named"),
    pytest.param(
        "UBND các huyện, thành phố chỉ đạo công an xã phối hợp với lực lượng kiểm lâm tuần tra rừng.",
        ["UBND các huyện, thành phố"],
        id="those who help the ones directed do not help the lead",
    ),
    pytest.param("Sở Xây dựng chủ trì, cùng với Sở Tài chính xây dựng đề án.", ["Sở Xây dựng + Sở Tài chính"], id="cùng với"),
    pytest.param(
        "UBND huyện Bắc Sơn chủ trì, các sở, ngành phối hợp tổ chức lễ hội.",
        ["UBND huyện Bắc Sơn + các sở, ngành"],
        id="those who phối hợp, as a subject",
    ),
    pytest.param("Sở Y tế kiểm tra bếp ăn tập thể, có sự tham gia của Công an tỉnh.", ["Sở Y tế + Công an tỉnh"], id="who takes part"),
    pytest.param(
        "Riêng việc hỗ trợ tiền ăn trưa, Sở Y tế cùng với Sở Tài chính cân đối lại nguồn.",
        ["Sở Y tế + Sở Tài chính"],
        id="cùng với behind what it is about",
    ),
    pytest.param(
        "Sở Y tế chủ trì, Hội Chữ thập đỏ tỉnh và Tỉnh đoàn tham gia vận động hiến máu.",
        ["Sở Y tế + Hội Chữ thập đỏ tỉnh / Tỉnh đoàn"],
        id="those who take part",
    ),
    pytest.param(
        "Sở Tư pháp có trách nhiệm phối hợp với Sở Nội vụ rà soát biên chế.",
        ["Sở Tư pháp + Sở Nội vụ"],
        id="the duty to work together",
    ),
    pytest.param(
        "Sở Công Thương gửi danh sách về UBND tỉnh và cùng UBND các xã vùng cao khảo sát chợ.",
        ["Sở Công Thương + UBND các xã vùng cao"],
        id="và cùng",
    ),
    pytest.param(
        "Sở Xây dựng theo dõi tiến độ; trường hợp vướng mắc thì cùng Thanh tra tỉnh và Công an tỉnh kiểm tra tại chỗ.",
        ["Sở Xây dựng + Thanh tra tỉnh / Công an tỉnh"],
        id="thì cùng",
    ),
    pytest.param(
        "Sở Tài chính rà soát danh sách, phối hợp với Sở Y tế tổng hợp.",
        ["Sở Tài chính + Sở Y tế"],
        id="behind the comma",
    ),
    pytest.param(
        "Sở Tài chính chỉ đạo các trung tâm rà soát, phối hợp với Sở Y tế tổng hợp.",
        ["Sở Tài chính"],
        id="those who are directed work together, not who directs",
    ),
    pytest.param(
        "Sở Nội vụ được giao làm đầu mối, phối hợp với Sở Tài chính thẩm định đề án.",
        ["Sở Nội vụ + Sở Tài chính"],
        id="told in the passive to lead",
    ),
]

QUOTES = [
    pytest.param(
        [
            "Giao Sở Y tế triển khai thực hiện.",
            "Tại Công văn số 4711/BYT-DP ngày 02/5/2024, Bộ Y tế yêu cầu UBND các tỉnh, thành phố trực thuộc Trung ương tiêm bù vắc xin.",
        ],
        ["Sở Y tế", "UBND các tỉnh, thành phố trực thuộc Trung ương @ 4711/BYT-DP@2024-05-02"],
        id="a ministry's demand after the province's order",
    ),
    pytest.param(
        ["Tại Công điện số 41/CĐ-TTg ngày 24/4/2024, Thủ tướng Chính phủ yêu cầu Chủ tịch UBND các tỉnh bảo đảm an toàn giao thông."],
        ["Chủ tịch UBND các tỉnh @ 41/CĐ-TTg@2024-04-24"],
        id="the Prime Minister's demand",
    ),
    pytest.param(
        ["Theo Công văn số 2390/BNN-TY ngày 05/4/2024 của Bộ NN&PTNT: đề nghị UBND các tỉnh tiêm phòng cho đàn trâu, bò."],
        ["UBND các tỉnh @ 2390/BNN-TY@2024-04-05"],
        id="theo the letter, a colon",
    ),
    pytest.param(
        [
            "Sở Y tế thực hiện Công văn số 4711/BYT-DP ngày 02/5/2024 của Bộ Y tế.",
            "Công văn của Bộ Y tế nêu rõ: UBND các tỉnh bố trí kinh phí mua vắc xin.",
        ],
        ["Sở Y tế", "UBND các tỉnh @ 4711/BYT-DP@2024-05-02"],
        id="the ministry's letter without its number",
    ),
    pytest.param(
        ["Tại Công văn số 4711/BYT-DP ngày 02/5/2024, Bộ Y tế đề nghị UBND các tỉnh tiêm bù. Đồng thời tăng cường truyền thông."],
        ["UBND các tỉnh @ 4711/BYT-DP@2024-05-02"] * 2,
        id="what goes on is still quoted",
    ),
    pytest.param(
        [
            "Tại Công văn số 4711/BYT-DP ngày 02/5/2024, Bộ Y tế đề nghị UBND các tỉnh tiêm bù vắc xin.",
            "Chủ tịch UBND tỉnh giao Sở Y tế lập kế hoạch.",
        ],
        ["UBND các tỉnh @ 4711/BYT-DP@2024-05-02", "Sở Y tế"],
        id="the province's order after a quoted one",
    ),
    pytest.param(
        ["Sở Y tế triển khai các nội dung Bộ Y tế yêu cầu tại Công văn số 4711/BYT-DP ngày 02/5/2024."],
        ["Sở Y tế"],
        id="an order to carry out a letter is the province's own",
    ),
    pytest.param(
        ["UBND tỉnh giao Sở Y tế thực hiện Công văn số 4711/BYT-DP ngày 02/5/2024 của Bộ Y tế."],
        ["Sở Y tế"],
        id="giao … to carry out a letter is the province's own",
    ),
    pytest.param(
        ["Tại Công điện số 41/CĐ-TTg ngày 24/4/2024, Thủ tướng Chính phủ giao Bộ Y tế hướng dẫn các địa phương."],
        ["Bộ Y tế @ 41/CĐ-TTg@2024-04-24"],
        id="a demand on a ministry",
    ),
    pytest.param(
        ["Tại Kế hoạch số 88/KH-UBND ngày 12/3/2024, UBND tỉnh yêu cầu các sở, ban, ngành đăng ký chỉ tiêu."],
        ["các sở, ban, ngành"],
        id="the province's own paper is not quoted",
    ),
    pytest.param(
        [
            "Sở Y tế thực hiện Công văn số 4711/BYT-DP ngày 02/5/2024 của Bộ Y tế.",
            "Theo công văn của Bộ Y tế, các địa phương bố trí kinh phí mua vắc xin.",
        ],
        ["Sở Y tế", "các địa phương @ 4711/BYT-DP@2024-05-02"],
        id="theo the ministry's letter, in small letters",
    ),
    pytest.param(
        ["Tại Công văn số 2511/BNV-TCBC ngày 06/5/2024, Bộ trưởng Bộ Nội vụ đề nghị Chủ tịch UBND các tỉnh rà soát biên chế."],
        ["Chủ tịch UBND các tỉnh @ 2511/BNV-TCBC@2024-05-06"],
        id="a minister's demand",
    ),
    pytest.param(
        ["Tại Công văn số 4711/BYT-DP ngày 02/5/2024, Bộ Y tế yêu cầu Sở Y tế các tỉnh, thành phố báo cáo."],
        ["Sở Y tế các tỉnh, thành phố @ 4711/BYT-DP@2024-05-02"],
        id="a demand on the departments of all provinces",
    ),
    pytest.param(
        ["Bộ Công Thương có Công văn số 2290/BCT-TTTN ngày 03/5/2024 đề nghị UBND các tỉnh chỉ đạo Sở Công Thương phối hợp kiểm tra."],
        ["UBND các tỉnh @ 2290/BCT-TTTN@2024-05-03"],
        id="the letter between the ministry and its demand",
    ),
    pytest.param(
        ["Theo đề nghị của Bộ Y tế tại Công văn số 4711/BYT-DP ngày 02/5/2024, UBND tỉnh giao Sở Y tế lập danh sách."],
        ["Sở Y tế"],
        id="what the province orders on a ministry's demand is its own",
    ),
    pytest.param(
        ["Tại Chỉ thị số 14/CT-TTg ngày 02/5/2024, Thủ tướng Chính phủ yêu cầu Bộ Công Thương bảo đảm điện; UBND các tỉnh tiết kiệm điện."],
        ["Bộ Công Thương @ 14/CT-TTg@2024-05-02", "UBND các tỉnh @ 14/CT-TTg@2024-05-02"],
        id="two groups in one quoted sentence",
    ),
    pytest.param(
        ["Tại Công văn số 4711/BYT-DP ngày 02/5/2024, Bộ Y tế đề nghị UBND tỉnh Lạng Sơn bố trí kinh phí mua vắc xin."],
        ["UBND tỉnh @ 4711/BYT-DP@2024-05-02"],
        id="a demand on the province itself",
    ),
    pytest.param(
        [
            "Tại Công điện số 71/CĐ-TTg ngày 05/5/2024, Thủ tướng Chính phủ yêu cầu: Chủ tịch UBND các tỉnh kiểm tra hồ, đập; Bộ Xây dựng chỉ đạo các đơn vị quản lý đường bộ phân luồng."
        ],
        ["Chủ tịch UBND các tỉnh @ 71/CĐ-TTg@2024-05-05", "Bộ Xây dựng @ 71/CĐ-TTg@2024-05-05"],
        id="a ministry that is told to direct its own",
    ),
]

NONE = [
    pytest.param("UBND tỉnh ban hành Kế hoạch số 88/KH-UBND ngày 12/3/2024 về chuyển đổi số.", id="what is issued"),
    pytest.param("Chủ tịch UBND tỉnh phê duyệt kết quả lựa chọn nhà thầu tại Quyết định số 90/QĐ-UBND.", id="what is approved"),
    pytest.param("Nội dung thực hiện: tuyên truyền, tập huấn; kiểm tra, giám sát; sơ kết, tổng kết.", id="what a plan contains"),
    pytest.param("Sở Tài chính đã cấp 2 tỷ đồng cho các huyện.", id="what was done"),
    pytest.param("Sở Tư pháp dẫn đầu khối sở, ngành với 92,4 điểm.", id="a rank"),
    pytest.param("Đồng chí Chủ tịch UBND tỉnh chủ trì phiên họp.", id="who chairs"),
    pytest.param("Dự phiên họp có lãnh đạo Sở Tài chính, Sở Y tế, Công an tỉnh.", id="who attends"),
    pytest.param("Sở Nội vụ là cơ quan Thường trực của Ban Chỉ đạo.", id="who is the standing agency"),
    pytest.param("Sau khi nghe Sở Kế hoạch và Đầu tư báo cáo, Chủ tịch UBND tỉnh kết luận như sau:", id="who reported"),
    pytest.param("Quyết định được ban hành theo đề nghị của Sở Nội vụ tại Tờ trình số 45/TTr-SNV.", id="on whose proposal"),
    pytest.param("Ban Chỉ đạo gồm 15 thành viên do Phó Chủ tịch UBND tỉnh làm Trưởng ban.", id="who sits there"),
    pytest.param("Chỉ số cải cách hành chính của Sở Y tế tăng 3 bậc so với năm 2022.", id="an index"),
    pytest.param("Tổng vốn đầu tư là 128 tỷ đồng, trong đó ngân sách tỉnh 40 tỷ đồng.", id="figures"),
    pytest.param("Quyết định quy định chức năng, nhiệm vụ, quyền hạn của Sở Ngoại vụ.", id="what a decision lays down"),
    pytest.param("Sở Xây dựng được giao quản lý 25 dự án; Sở Y tế được giao 4 dự án.", id="what was assigned before"),
    pytest.param("Hội nghị được truyền trực tuyến tới UBND các huyện, thành phố.", id="where a meeting was shown"),
    pytest.param("UBND huyện Cao Lộc đạt chuẩn nông thôn mới năm 2023.", id="what was reached"),
    pytest.param("Tại phiên họp, Sở Kế hoạch và Đầu tư trình bày báo cáo kinh tế - xã hội.", id="who presented a report"),
    pytest.param("Công an tỉnh phát hiện 15 vụ, bắt giữ 20 đối tượng.", id="what was found"),
    pytest.param("Trong tuần, Sở Công Thương đã phối hợp với Công an tỉnh kiểm tra 15 cơ sở.", id="what was done together"),
    pytest.param("Theo báo cáo của Sở NN&PTNT, toàn tỉnh trồng được 9.000 ha rừng.", id="according to whom"),
    pytest.param("Đối tượng áp dụng: các sở, ban, ngành, UBND các huyện, thành phố.", id="to whom a rule applies"),
    pytest.param("Tuy nhiên, một số sở, ngành chưa nghiêm túc thực hiện chế độ báo cáo.", id="what was neglected"),
    pytest.param("Hội đồng thẩm định gồm đại diện Sở Tài chính, Sở Xây dựng.", id="of whom a council consists"),
    pytest.param("Chủ tịch UBND tỉnh bổ nhiệm ông Nguyễn Văn An giữ chức Phó Giám đốc Sở Nội vụ.", id="an appointment"),
    pytest.param("Ban Chỉ huy Phòng thủ dân sự tỉnh phát Công điện số 05/CĐ-BCH ngày 10/7/2024.", id="who sends a telegram"),
    pytest.param("Các báo cáo phải ngắn gọn, đúng thể thức.", id="papers are no press"),
    pytest.param("Sở Y tế là cơ quan thường trực của Hội đồng, được sử dụng con dấu của Sở.", id="what they may use"),
    pytest.param("Sở Y tế đã đề nghị UBND tỉnh xem xét bổ sung biên chế.", id="what a department asks of the province"),
    pytest.param(
        "Liên quan đến kiến nghị này, hồi tháng 3 UBND tỉnh đã yêu cầu các sở, ngành và các huyện khẩn trương rà soát.",
        id="what was ordered months ago",
    ),
    pytest.param("Các đơn vị được giao làm chủ đầu tư đã hoàn thành hồ sơ.", id="what those who were chosen did"),
    pytest.param("Các thành viên hoạt động kiêm nhiệm; kế hoạch năm do Trưởng ban phê duyệt.", id="how members work"),
    pytest.param("Bộ Tài chính cũng cho biết, đến nay cả nước đã chi 90 tỷ đồng.", id="what a ministry lets know"),
    pytest.param(
        "Từ ngày này, Quyết định số 12/QĐ-UBND ngày 05/3/2020 của UBND tỉnh về danh mục đường giao các huyện, thành phố quản lý hết hiệu lực.",
        id="what a document that expires was about",
    ),
    pytest.param(
        "Đối tượng áp dụng gồm: các cơ quan được giao lập phương án; các tổ chức hành nghề công chứng; hộ gia đình có nhu cầu.",
        id="to whom rules apply",
    ),
    pytest.param(
        "Trong số các tập thể được khen có Nhân dân xã Hồng Thái; Hội Nông dân huyện Văn Quan; Trường Tiểu học xã Vũ Lễ.",
        id="who was praised",
    ),
]

ACTIONS = [
    pytest.param("Giao Sở Xây dựng khẩn trương lập quy hoạch.", "khẩn trương lập quy hoạch", id="after giao and the agency"),
    pytest.param(
        "Sở Công Thương chủ trì, phối hợp với Công an tỉnh kiểm tra thị trường dịp Tết./.",
        "kiểm tra thị trường dịp Tết",
        id="after the helpers",
    ),
    pytest.param("Sở Y tế có trách nhiệm dự trữ đủ thuốc.", "dự trữ đủ thuốc", id="after có trách nhiệm"),
    pytest.param(
        "Yêu cầu các chủ đầu tư bàn giao mặt bằng; thanh toán dứt điểm.", "bàn giao mặt bằng; thanh toán dứt điểm", id="all its clauses"
    ),
    pytest.param(
        "Sở Y tế tiếp tục giám sát dịch bệnh tại cửa khẩu.", "tiếp tục giám sát dịch bệnh tại cửa khẩu", id="without a word of ordering"
    ),
    pytest.param(
        "Trước ngày 15/6/2024, Sở Nội vụ tổng hợp kết quả bình xét.",
        "tổng hợp kết quả bình xét",
        id="what stands before the subject is none of it",
    ),
]


@pytest.mark.parametrize(("text", "orders"), SUBJECTS)
def test_who_must_do_it(text: str, orders: list[str]) -> None:
    assert orders_in(OPENING, text) == orders


@pytest.mark.parametrize(("text", "orders"), CLAUSES)
def test_one_order_for_each_sentence_and_set_of_agencies(text: str, orders: list[str]) -> None:
    assert orders_in(OPENING, text) == orders


@pytest.mark.parametrize(("paragraphs", "orders"), CONTINUATIONS)
def test_sentence_without_a_subject_goes_on(paragraphs: list[str], orders: list[str]) -> None:
    assert orders_in(OPENING, *paragraphs) == orders


@pytest.mark.parametrize(("paragraphs", "orders"), LETTERED)
def test_lists_of_points(paragraphs: list[str], orders: list[str]) -> None:
    assert orders_in(OPENING, *paragraphs) == orders


@pytest.mark.parametrize(("paragraphs", "orders"), TABLES)
def test_tables(paragraphs: list[str], orders: list[str]) -> None:
    assert orders_in(OPENING, *paragraphs) == orders


@pytest.mark.parametrize(("text", "orders"), HELPERS)
def test_who_helps(text: str, orders: list[str]) -> None:
    assert orders_in(OPENING, text) == orders


@pytest.mark.parametrize(("paragraphs", "orders"), QUOTES)
def test_whose_order_it_is(paragraphs: list[str], orders: list[str]) -> None:
    assert orders_in(OPENING, *paragraphs) == orders


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_order(text: str) -> None:
    assert orders_in(OPENING, text) == []


@pytest.mark.parametrize(("text", "action"), ACTIONS)
def test_action_is_the_orders_own_words(text: str, action: str) -> None:
    (order,) = item_of(OPENING, text).assignments
    assert order.action == action


@pytest.mark.parametrize(
    ("text", "orders"),
    [
        pytest.param(
            "Chủ tịch UBND tỉnh yêu cầu Sở NN&PTNT, UBND các huyện, thành phố kiểm tra hồ đập.",
            ["Sở Nông nghiệp và Phát triển nông thôn / UBND các huyện, thành phố"],
            id="national names",
        ),
        pytest.param("UBND các huyện, thị xã, thành phố rà soát hộ nghèo.", ["UBND các huyện, thị xã, thành phố"], id="towns"),
        pytest.param("Giao UBND thị xã Nghĩa Lộ chuẩn bị lễ hội.", ["UBND thị xã Nghĩa Lộ"], id="a town by its name"),
    ],
)
def test_province_without_data_of_its_own(text: str, orders: list[str]) -> None:
    assert orders_in(OPENING, text, province=None) == orders
