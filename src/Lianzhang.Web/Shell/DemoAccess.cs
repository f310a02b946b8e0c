using Lianzhang.Platform.Identity;

namespace Lianzhang.Web.Shell;

/// <summary>The accounts that the sign-in page offers when the product is only tried out; none otherwise.</summary>
public sealed class DemoAccess
{
    public DemoAccounts? Accounts { get; set; }
}
