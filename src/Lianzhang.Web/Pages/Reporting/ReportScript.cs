using System.Globalization;
using Lianzhang.Core.Reporting;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Reporting;

namespace Lianzhang.Web.Pages.Reporting;

/// <summary>What the script of a report is told by attributes of the form: where it saves, and the words that it says.</summary>
internal static class ReportScript
{
    private static readonly (string Name, Text Words)[] Said =
    [
        ("saving", ("正在保存…", "Saving…")),
        ("saved", ("已保存 {0}", "Saved {0}")),
        ("offline", ("未连接，已暂存在本机，恢复后自动保存", "Not connected: kept on this machine and saved once it is back")),
        ("signed-out", ("登录已失效，已暂存在本机；请在新窗口登录，本页会自动保存", "Signed out: kept on this machine; sign in in another window and it is saved")),
        ("expired", ("页面已过期，已暂存在本机；请刷新本页", "The page has expired: kept on this machine; reload the page")),
        ("not-kept", ("未连接，本机也不能暂存；请不要关闭本页", "Not connected, and this machine keeps nothing: do not close the page")),
        ("not-sent", ("未连接，没有报送；已暂存在本机", "Not connected and not sent; kept on this machine")),
        ("restored", ("已恢复上次未保存的 {0} 处输入", "{0} entries that were not saved are restored")),
        ("pasted", ("已粘贴 {0} 格", "{0} cells pasted")),
        ("did-not-fit", ("已粘贴 {0} 格，{1} 个值没有放下：{2}", "{0} cells pasted, {1} values did not fit: {2}")),
        ("hard", ("{0} 处须更正", "{0} to be put right")),
        ("soft", ("{0} 处须说明", "{0} to be explained")),
        ("gaps", ("还有 {0} 格未填", "{0} cells are empty")),
        ("clean", ("没有发现问题，可以报送", "Nothing was found; it can be sent")),
        ("between", ("，", ", ")),
        ("left", ("本机还有 {0} 处没有保存的输入：{1}", "{0} entries on this machine were not saved: {1}")),
    ];

    public static Dictionary<string, object> Words(ReportView view, Guid? account, Language language)
    {
        var attributes = Said.ToDictionary(said => $"data-say-{said.Name}", object (said) => said.Words.In(language));
        attributes["data-report"] = view.Id.ToString();
        // What is kept on a machine that several people use is kept for each of them.
        attributes["data-account"] = account?.ToString() ?? string.Empty;
        attributes["data-missing"] = ReadCell.MissingWord.Zh;
        return attributes;
    }

    /// <summary>The same words of any other form that is kept and saved while somebody types.</summary>
    public static Dictionary<string, object> Words(string kind, Guid id, string address, Guid? account, Language language)
    {
        var attributes = Said.ToDictionary(said => $"data-say-{said.Name}", object (said) => said.Words.In(language));
        (attributes[$"data-{kind}"], attributes["data-address"], attributes["data-account"]) = (id.ToString(), address, account?.ToString() ?? string.Empty);
        return attributes;
    }

    /// <summary>The words for how much is to do, as the script says them: with the number in place.</summary>
    public static Text Say(string name, int count)
    {
        var words = Said.First(said => said.Name == name).Words;
        return (string.Format(CultureInfo.InvariantCulture, words.Zh, count), string.Format(CultureInfo.InvariantCulture, words.In(Language.English), count));
    }
}
