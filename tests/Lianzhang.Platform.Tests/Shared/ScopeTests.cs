using System.Collections.Frozen;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Tests.Shared;

public sealed class ScopeTests
{
    private static readonly Guid Own = Guid.AllBitsSet;

    private static readonly Scope OfRegion = new(Regions: FrozenSet.ToFrozenSet(["371702", "371702001"]));
    private static readonly Scope OfIndustry = new(Industries: FrozenSet.ToFrozenSet(["new_energy"]));
    private static readonly Scope OfOrganisation = new(Organisation: Own);

    public static TheoryData<Scope, Subject, bool> Cases => new()
    {
        { Scope.Everything, new("371702", "food", Own), true },
        { OfRegion, Subject.Whole, true },
        { OfRegion, new(Region: "371702001"), true },
        { OfRegion, new(Region: "371724"), false },
        { OfIndustry, new(Region: "371724"), true },
        { OfIndustry, new(Industry: "food"), false },
        { OfOrganisation, Subject.Whole, true },
        { OfOrganisation, new(Organisation: Own), true },
        { OfOrganisation, new(Organisation: Guid.Empty), false },
        { OfOrganisation, new(Region: "371702"), false },
        { OfOrganisation, new(Industry: "new_energy"), false },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_right_reaches_as_far_as_its_scope(Scope scope, Subject subject, bool reaches) => Assert.Equal(reaches, scope.Covers(subject));
}
