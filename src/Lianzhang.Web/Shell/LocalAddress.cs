using Microsoft.AspNetCore.Http.HttpResults;

namespace Lianzhang.Web.Shell;

/// <summary>Addresses that come with a request and are gone to afterwards.</summary>
public static class LocalAddress
{
    /// <summary>The address when it is one of this site: another would send people off under the product's name.</summary>
    public static string Or(string? address, string otherwise) => address is not null && RedirectHttpResult.IsLocalUrl(address) ? address : otherwise;
}
