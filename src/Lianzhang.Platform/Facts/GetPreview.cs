using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Facts;

/// <summary>Says again what an import of one's uploaded file would do, by what is recorded now.</summary>
public sealed record GetPreview(Guid Draft) : IRequest<ImportPreview>;

internal sealed class GetPreviewSlice(OwnDrafts drafts, PreviewFile preview) : Slice<GetPreview, ImportPreview>
{
    public override Permission Permission { get; } = new("figures.import", Changes: false);

    protected override async Task<Answer<ImportPreview>> Handle(GetPreview request, CancellationToken cancel)
    {
        var found = await drafts.Find(request.Draft, cancel);
        return found.Succeeded(out var draft) ? await preview.Preview(draft, cancel) : found.Problem!;
    }
}
