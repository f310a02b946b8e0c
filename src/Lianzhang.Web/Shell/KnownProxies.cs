using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace Lianzhang.Web.Shell;

/// <summary>The reverse proxies whose word is taken for where a request comes from and whether it came by TLS. By default there are none.</summary>
public sealed record KnownProxies(IReadOnlyList<IPNetwork> Networks)
{
    public static KnownProxies None { get; } = new([]);

    /// <summary>
    /// Reads X-Forwarded-For and X-Forwarded-Proto, from the last hop backwards for as long as it is a known proxy; what anybody else
    /// writes into them changes nothing.
    /// </summary>
    public void AddTo(IApplicationBuilder app)
    {
        if (Networks.Count == 0)
            return;
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        // The library knows the loopback addresses from the start, from which any process of the machine may speak.
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in Networks)
            options.KnownIPNetworks.Add(network);
        app.UseForwardedHeaders(options);
    }
}
