using Lianzhang.Platform.Attachments;
using Lianzhang.Platform.Shared;
using Lianzhang.Platform.Tests.Attachments;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Platform.Tests.Inspections;

/// <summary>Pictures as those who visit hand them in.</summary>
internal static class Photographs
{
    /// <summary>A picture of a point of a checklist.</summary>
    public static async Task<IReadOnlyDictionary<string, IReadOnlyList<Guid>>> Of(Store store, Caller caller, string item) =>
        new Dictionary<string, IReadOnlyList<Guid>> { [item] = [await Take(store, caller, "现场.jpg", Samples.Jpeg)] };

    public static async Task<Guid> Take(Store store, Caller caller, string name, byte[] content) =>
        (await store.Provider.GetRequiredService<ReceiveFiles>().Take(name, new MemoryStream(content), caller, TestContext.Current.CancellationToken)).Value!.Id;
}
