using Lianzhang.Core.Inspections;
using Lianzhang.Core.Programmes;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Inspections;

/// <summary>How many made-up visits were filled in.</summary>
public sealed record FilledInspections(int Count);

/// <summary>Fills in made-up visits, to try the product with: one that is to be done, one that was finished with a finding. Where visits are, it changes nothing.</summary>
/// <param name="Near">Code of an organisation whose people visit, in whose region they are.</param>
public sealed record FillInspections(string Near) : IRequest<FilledInspections>;

internal sealed class FillInspectionsSlice(LianzhangDb db, InspectionBook book, HoldingOffices offices, TimeProvider time) : Slice<FillInspections, FilledInspections>
{
    private const string By = "示例";
    private const int DaysToDo = 10;
    private const int DaysAgo = 5;

    public override Permission Permission { get; } = new("inspections.fill", Changes: true, For: Audience.Product);

    protected override async Task<Answer<FilledInspections>> Handle(FillInspections request, CancellationToken cancel)
    {
        var region = (await offices.All(InspectionBook.Visiting, cancel)).FirstOrDefault(office => office.Code == request.Near)?.Region;
        if (region is null || await book.Programme(cancel) is not { } published || await db.Set<Inspection>().AnyAsync(cancel))
            return new FilledInspections(0);
        foreach (var theme in published.Programme.Inspections.Themes)
        {
            var units = PickUnits.Of(await book.Candidates(theme, region, industry: null, cancel), 2, seed: 1, time.Today(), theme.MonthsBetween).Picked;
            if (units.Count < 2)
                continue;
            var (planned, finished) = (Make(theme, units[0], published.Number, DaysToDo), Make(theme, units[1], published.Number, -DaysAgo));
            Finish(finished, theme);
            db.AddRange(planned, finished);
            return new FilledInspections(2);
        }

        return new FilledInspections(0);
    }

    private Inspection Make(InspectionTheme theme, InspectedUnit unit, int version, int days) => new()
    {
        Id = Guid.CreateVersion7(time.GetUtcNow()),
        Draw = Guid.CreateVersion7(time.GetUtcNow()),
        ProgrammeVersion = version,
        Theme = theme.Code,
        ThemeName = theme.Name.Zh,
        ThemeNameEn = theme.Name.En,
        Of = theme.Of,
        Unit = unit.Code,
        UnitName = unit.Name,
        Region = unit.Region,
        PlannedOn = time.Today().AddDays(Math.Min(days, 0) - DaysAgo),
        PlannedBy = By,
        Due = time.Today().AddDays(days),
        State = InspectionState.Planned,
    };

    private void Finish(Inspection inspection, InspectionTheme theme)
    {
        inspection.Answers = InspectionBook.Write(theme.Items.ToDictionary(item => item.Code, item => item.Kind switch
        {
            InspectionItemKind.YesNo => item.NeedsPhoto ? ReadAnswers.No : ReadAnswers.Yes,
            InspectionItemKind.Number => "1200",
            InspectionItemKind.Words => "演示数据：现场情况基本正常，未附照片。",
        }));
        (inspection.State, inspection.AnsweredAt, inspection.FinishedOn, inspection.FinishedBy) = (InspectionState.Finished, time.StoredNow(), inspection.Due, By);
        db.Add(new InspectionFinding
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            InspectionId = inspection.Id,
            Item = theme.Items.FirstOrDefault(item => item.NeedsPhoto)?.Code,
            Level = FindingLevel.Minor,
            Words = "演示数据：台账与报表个别数据不一致",
            At = time.StoredNow(),
            By = By,
        });
    }
}
