using System.Text.RegularExpressions;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Identity;

namespace Lianzhang.Web.Pages.Auditing;

/// <summary>What was asked, in words: the record itself keeps it as the product writes it.</summary>
internal static partial class RequestWords
{
    private static readonly Dictionary<string, Text> Names = new()
    {
        ["ListPeople"] = ("人员名单", "list of people"),
        ["GetPerson"] = ("个人页", "one person"),
        ["ListOrganisations"] = ("单位名单", "list of organisations"),
        ["ExportPeople"] = ("导出人员", "export of people"),
        ["ExportOrganisations"] = ("导出单位", "export of organisations"),
        ["ExportPeopleTemplate"] = ("人员模板", "template for people"),
        ["SearchAudit"] = ("操作记录", "record of actions"),
        ["ExportAudit"] = ("导出操作记录", "export of the record"),
        ["CreateAccount"] = ("新建账号", "new account"),
        ["ResetPassword"] = ("重置密码", "new password"),
        ["CloseAccount"] = ("停用或启用账号", "account closed or opened"),
        ["AddOrganisation"] = ("新增单位", "new organisation"),
        ["SetOrganisationDays"] = ("单位有效期", "days of an organisation"),
        ["GiveRole"] = ("授予角色", "role given"),
        ["WithdrawRole"] = ("收回角色", "role withdrawn"),
        ["NameDeputy"] = ("指定代理人", "deputy named"),
        ["NameDeputyFor"] = ("为他人指定代理人", "deputy named for another"),
        ["EndDeputy"] = ("结束代理", "deputyship ended"),
        ["EndDeputyFor"] = ("结束他人代理", "deputyship of others ended"),
        ["ConfirmImport"] = ("确认导入", "import confirmed"),
        ["SignOutEverywhere"] = ("退出所有设备", "sign out everywhere"),
        ["GetEnterprise"] = ("企业页", "one enterprise"),
        ["ExportEnterprises"] = ("导出企业", "export of enterprises"),
        ["AddEnterprise"] = ("登记企业", "enterprise registered"),
        ["EditEnterprise"] = ("变更企业", "enterprise changed"),
        ["PreviewMerger"] = ("预览企业合并", "merger previewed"),
        ["MergeEnterprises"] = ("合并企业", "enterprises merged"),
        ["MoveToSuccessors"] = ("企业转入后继地区", "units moved to a successor"),
        ["KeepEnterprises"] = ("上传企业名单", "sheet of enterprises uploaded"),
        ["ConfirmEnterprises"] = ("确认导入企业", "import of enterprises confirmed"),
        ["CancelEnterprises"] = ("取消导入企业", "import of enterprises stopped"),
        ["WriteEnterprises"] = ("写入企业", "enterprises written"),
        ["CloseEnterprises"] = ("结束导入企业", "import of enterprises ended"),
        ["Merged"] = ("被合并", "merged"),
        ["Survivor"] = ("存续", "goes on"),
        ["Changes"] = ("变更", "changes"),
        ["Import"] = ("导入", "import"),
        ["Rows"] = ("行数", "rows"),
        ["Codes"] = ("企业", "enterprises"),
        ["Search"] = ("查找", "search"),
        ["Page"] = ("页", "page"),
        ["Account"] = ("账号", "account"),
        ["UserName"] = ("账号名", "account name"),
        ["Name"] = ("名称", "name"),
        ["Email"] = ("邮箱", "e-mail"),
        ["By"] = ("操作人", "who"),
        ["Permission"] = ("权限", "right"),
        ["Role"] = ("角色", "role"),
        ["Organisation"] = ("单位", "organisation"),
        ["Industry"] = ("产业", "industry"),
        ["Region"] = ("地区", "region"),
        ["Code"] = ("代码", "code"),
        ["From"] = ("自", "from"),
        ["To"] = ("至", "to"),
        ["Closed"] = ("停用", "closed"),
        ["Deputy"] = ("代理人", "deputy"),
        ["Membership"] = ("授权", "role held"),
    };

    // What says nothing to whoever reads the record.
    private static readonly string[] Silent = ["PageSize", "Language", "Open"];

    public static Text Of(string request)
    {
        if (Whole().Match(request) is not { Success: true } whole)
            return new Text(request);
        var parts = Part().Matches(whole.Groups["parts"].Value)
            .Select(part => (Name: part.Groups["name"].Value, Value: part.Groups["value"].Value.Trim(' ', ',', '}')))
            .Where(part => part.Value.Length > 0 && !Silent.Contains(part.Name) && part is not ("Page", "1"))
            .Select(part => (Name: Word(part.Name), Value: part.Name == "Permission" ? PermissionWords.Of(part.Value) : new Text(part.Value)))
            .ToList();
        var name = Word(whole.Groups["name"].Value);
        return parts.Count == 0 ? name : (
            $"{name.Zh}：{string.Join('，', parts.Select(part => $"{part.Name.Zh} {part.Value.Zh}"))}",
            $"{name.In(Language.English)}: {string.Join(", ", parts.Select(part => $"{part.Name.In(Language.English)} {part.Value.In(Language.English)}"))}");
    }

    private static Text Word(string name) => Names.TryGetValue(name, out var word) ? word : new Text(name);

    [GeneratedRegex(@"^(?<name>\w+) \{(?<parts>.*)\}$", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex Whole();

    // Terms of a deputy stand within braces of their own: their parts are taken, their name is not.
    [GeneratedRegex(@"(?<name>\w+) = (?!\w+ \{)(?<value>.*?)(?=, \w+ = |$)", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex Part();
}
