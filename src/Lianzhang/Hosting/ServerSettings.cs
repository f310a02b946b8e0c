using Lianzhang.Platform.Attachments;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Notices;
using Lianzhang.Web.Shell;

namespace Lianzhang.Hosting;

/// <summary>What the operator may set beside the options of a command.</summary>
/// <param name="SignIn">How strict signing in is.</param>
/// <param name="Limits">How much may be asked in a minute.</param>
/// <param name="Proxies">Whose word is taken for where a request comes from.</param>
/// <param name="Notices">How notices leave the product.</param>
/// <param name="OpenId">The provider of identities, if there is one.</param>
internal sealed record ServerSettings(SignInRules SignIn, RequestLimits Limits, KnownProxies Proxies, NoticeSettings Notices, OpenIdProvider? OpenId = null)
{
    /// <summary>What holds for files that people hand in.</summary>
    public AttachmentSettings Attachments { get; init; } = new();

    public static ServerSettings Default { get; } = new(new SignInRules(), new RequestLimits(), KnownProxies.None, new NoticeSettings());
}
