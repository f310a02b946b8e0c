using Lianzhang.Core.Values;

namespace Lianzhang.Platform.Identity;

/// <summary>Rights in words.</summary>
public static class PermissionWords
{
    private static readonly Dictionary<string, Text> Words = new()
    {
        ["board.publish"] = ("发布目标看板", "publish boards"),
        ["board.read"] = ("查看目标看板", "read the board"),
        ["engine.read"] = ("查看运行状态", "see how the system runs"),
        ["engine.warn"] = ("提示任务积压", "tell of what is stuck"),
        ["programmes.read"] = ("查看方案与指标", "read the programme"),
        ["programmes.publish"] = ("发布方案", "publish a programme"),
        ["figures.read"] = ("查看公布数据", "read published figures"),
        ["figures.import"] = ("导入公布数据", "import published figures"),
        ["titles.read"] = ("查看企业称号", "read titles"),
        ["titles.grant"] = ("登记企业称号", "record titles"),
        ["titles.warn"] = ("提示称号到期", "tell of titles that end"),
        ["policies.read"] = ("查看惠企政策", "read instruments of support"),
        ["policies.manage"] = ("登记、推送和兑现惠企政策", "register, offer and deliver support"),
        ["policies.decide"] = ("审定惠企政策", "decide on support"),
        ["offers.answer"] = ("确认本企业的惠企政策", "confirm support of one's own enterprise"),
        ["offers.expire"] = ("结束逾期的政策推送", "end offers that were not confirmed"),
        ["people.read"] = ("查看人员与单位", "read people and organisations"),
        ["registers.read"] = ("查看企业登记册", "read the registers"),
        ["registers.edit"] = ("登记和变更企业", "edit the registers"),
        ["registers.import"] = ("导入企业", "import enterprises"),
        ["registers.merge"] = ("合并企业", "merge enterprises"),
        ["registers.end-import"] = ("结束企业导入", "end an import of enterprises"),
        ["items.read"] = ("查看数据项", "read the register of items"),
        ["rounds.read"] = ("查看报送进度", "read how rounds go"),
        ["rounds.manage"] = ("组织报送", "open rounds and make exceptions"),
        ["rounds.chase"] = ("催报和登记未报原因", "remind units and note why reports are missing"),
        ["rounds.open-due"] = ("到期自动开报", "open rounds that are due"),
        ["reports.remind"] = ("自动提醒填报", "remind those who fill in"),
        ["reports.fill"] = ("填报本单位报表", "fill in reports of one's own unit"),
        ["reports.review"] = ("审核报表", "review reports"),
        ["reports.deliver"] = ("代收报表", "deliver reports on behalf of units"),
        ["reports.end-delivery"] = ("结束代收报表", "end a delivery of reports"),
        ["reports.resume-deliveries"] = ("继续代收报表", "go on with deliveries of reports"),
        ["measures.read"] = ("查看重点任务", "read measures"),
        ["measures.report"] = ("报送任务进展", "report progress of measures"),
        ["accounts.manage"] = ("管理账号", "manage accounts"),
        ["organisations.manage"] = ("管理单位", "manage organisations"),
        ["roles.read"] = ("查看角色", "read roles"),
        ["roles.manage"] = ("管理角色与授权", "manage roles"),
        ["api-keys.create"] = ("建立接口密钥", "make API keys"),
        ["api-keys.manage"] = ("查看和停用全部接口密钥", "see and revoke all API keys"),
        ["account.api-keys"] = ("接口密钥", "API keys"),
        ["attachments.add"] = ("上传附件", "hand in files"),
        ["attachments.read"] = ("下载附件", "read files"),
        ["attachments.sweep"] = ("清理附件", "sweep files"),
        ["audit.read"] = ("查看操作记录", "read the record of actions"),
        ["clusters.read"] = ("查看产业集群", "read clusters"),
        ["clusters.edit"] = ("维护产业集群", "edit clusters"),
        ["registers.generated"] = ("查看是否含生成数据", "be told of generated data"),
        ["registers.fill"] = ("填入生成数据", "fill in generated data"),
        ["complaints.handle"] = ("处理投诉建议", "answer complaints"),
        ["complaints.make"] = ("提出投诉建议", "complain"),
        ["account.notices"] = ("阅读通知", "read notices"),
        ["product.prepare"] = ("初始化", "prepare the store"),
        ["account.sign-in"] = ("登录", "sign in"),
        ["account.sign-out"] = ("退出所有设备", "sign out everywhere"),
        ["account.deputies"] = ("代理", "deputies"),
        ["account.change-password"] = ("修改密码", "change the password"),
        ["account.passkeys"] = ("管理通行密钥", "manage passkeys"),
        ["account.two-step"] = ("设置两步验证", "set up two-step sign-in"),
    };

    /// <summary>A right without words shows its name, so that it is not missed.</summary>
    public static Text Of(string permission) => Words.TryGetValue(permission, out var words) ? words : new Text(permission, permission);
}
