using Lianzhang.Core.Facts;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Generation;

/// <summary>How much is made up: the programme's own city, or as many made-up cities as a province or a nation has.</summary>
public enum GenerationScale
{
    City,
    Province,
    Nation,
}

/// <summary>From what an economy is made up. The same plan always gives the same, to the byte.</summary>
/// <param name="Programme">Gives industries, regions, parks and clusters.</param>
/// <param name="Figures">Published figures that totals are held to where there are any.</param>
/// <param name="Scale">How much.</param>
/// <param name="Seed">Another seed gives another economy of the same shape.</param>
/// <param name="Last">The last month reported.</param>
/// <param name="Months">How many months are reported.</param>
/// <param name="EnterprisesOfCity">How many enterprises a city ever has; null for the scale's own number.</param>
public sealed record GenerationPlan(Programme Programme, IReadOnlyList<PublishedFigure> Figures, GenerationScale Scale, ulong Seed, Period Last, int Months = 60, int? EnterprisesOfCity = null)
{
    public const int MostMonths = 120;

    // Of those that a city ever has, some 5 in 100 are founded later.
    private const int OwnCity = 2_740;
    private const int MadeUpCity = 2_630;
    internal const int CitiesOfProvince = 20;
    internal const int ProvincesOfNation = 10;

    public int Cities => Scale switch
    {
        GenerationScale.City => 1,
        GenerationScale.Province => CitiesOfProvince,
        GenerationScale.Nation => ProvincesOfNation * CitiesOfProvince,
    };

    public int EnterprisesInCity => EnterprisesOfCity ?? (Scale == GenerationScale.City ? OwnCity : MadeUpCity);

    public Period First => Last.Shift(1 - Months);

    /// <summary>The day on which it is as if all this were read: reports that come later are not in.</summary>
    public DateOnly Today => Last.End.AddDays(20);
}
