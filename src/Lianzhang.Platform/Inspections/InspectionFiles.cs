using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Attachments;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Inspections;

/// <summary>The photographs of a visit: of points of its checklist, and of findings.</summary>
internal sealed class InspectionFiles(AttachmentBook attachments)
{
    /// <summary>What the photographs of a point, or of a finding, belong to.</summary>
    public static AttachedTo Of(Guid inspection, string one) => new(InspectionsModule.Subject, $"{inspection}.{one}");

    /// <summary>Lets pictures that the caller handed in belong to a point or finding; a problem where one is no picture or cannot be used.</summary>
    public async Task<Problem?> Claim(Guid inspection, string one, IReadOnlyList<Guid> files, CancellationToken cancel) =>
        (await attachments.Waiting(files, cancel)).FirstOrDefault(file => !FileKinds.IsPicture(file.Kind)) is { } other
            ? Problem.Invalid(($"“{other.Name}”不是 JPG 或 PNG 图片。", $"'{other.Name}' is no JPG or PNG picture."))
            : await attachments.Claim(Of(inspection, one), files, cancel);

    /// <summary>The photographs by what they are of: codes of points, ids of findings. What has none is left out.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<AttachmentView>>> All(Guid inspection, IEnumerable<string> of, CancellationToken cancel)
    {
        var found = await attachments.Of(InspectionsModule.Subject, [.. of.Select(one => Of(inspection, one).Id)], cancel);
        return found.ToDictionary(one => one.Key[(one.Key.IndexOf('.', StringComparison.Ordinal) + 1)..], one => one.Value);
    }

    /// <summary>What stands in the way of finishing: points that demand a photograph and have none.</summary>
    public async Task<IReadOnlyList<Text>> Lacking(OpenInspection open, CancellationToken cancel)
    {
        var demanding = open.Theme.Items.Where(item => item.NeedsPhoto).ToList();
        var there = await All(open.Inspection.Id, demanding.Select(item => item.Code), cancel);
        return [.. demanding.Where(item => !there.ContainsKey(item.Code)).Select(Lack)];
    }

    /// <summary>Takes away what belongs to a finding.</summary>
    public async Task Release(Guid inspection, string one, CancellationToken cancel)
    {
        var subject = Of(inspection, one);
        await attachments.Release(subject, [.. (await attachments.Of(subject, cancel)).Select(file => file.Id)], cancel);
    }

    private static Text Lack(InspectionItem item) => ($"“{item.Text.Zh}”须附现场照片", $"'{item.Text.In(Language.English)}' demands a photograph");
}
