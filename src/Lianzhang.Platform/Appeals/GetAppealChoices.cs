using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Appeals;

/// <summary>What to choose from when an appeal is filed: kinds, with the working days to answer, and the organisations for which one asks.</summary>
public sealed record AppealChoices(IReadOnlyList<AppealChoice> Kinds, IReadOnlyList<AppealOffice> Organisations);

/// <summary>Asks what an appeal may be about and for whom one may file it.</summary>
public sealed record GetAppealChoices : IRequest<AppealChoices>;

internal sealed class GetAppealChoicesSlice(AppealBook book) : Slice<GetAppealChoices, AppealChoices>
{
    public override Permission Permission { get; } = new(AppealBook.Filing, Changes: false);

    protected override async Task<Answer<AppealChoices>> Handle(GetAppealChoices request, CancellationToken cancel)
    {
        var kinds = (await book.Rules(cancel)).Rules.Kinds;
        return new AppealChoices(
            [.. kinds.Select(kind => new AppealChoice(kind.Code, kind.Name, kind.DaysToAnswer))],
            [.. (await book.Asking(cancel)).Select(office => new AppealOffice(office.Id, office.Name))]);
    }
}
