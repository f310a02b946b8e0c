using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Files;

namespace Lianzhang.Tests.Files;

public sealed class CheckApprovedMapTests
{
    private static readonly Programme Heze = ReadProgrammeFolder.Read(RunCommand.Heze).Reading.Programme!;

    [Fact]
    public void A_map_of_all_counties_fits_and_needs_no_zones() => Assert.Empty(Faults(SquareMap.Heze));

    [Fact]
    public void A_zone_may_be_drawn() => Assert.Empty(Faults([.. SquareMap.Heze, ("371771", "经开区", 1, 4)]));

    [Fact]
    public void A_wrong_code_is_told_with_the_one_that_was_probably_meant_and_the_region_that_is_lacking() => Assert.Collection(
        Faults(SquareMap.Heze.Select(square => square.Code == "371728" ? square with { Code = "371729" } : square)),
        fault => Assert.EndsWith("map.json: feature 371729 (东明县) is no part of Heze City in the programme; put its code right, or take it out of the file; did you mean 371728?", fault, StringComparison.Ordinal),
        fault => Assert.EndsWith("map.json: 371728 Dongming County is lacking; use a map that draws every part", fault, StringComparison.Ordinal));

    [Fact]
    public void The_whole_is_no_part_of_itself() => Assert.Contains("371700 (菏泽市) is no part", Assert.Single(Faults([.. SquareMap.Heze, ("371700", "菏泽市", 1, 5)])), StringComparison.Ordinal);

    [Fact]
    public void Another_programme_has_other_parts()
    {
        var qinghe = ReadProgrammeFolder.Read(RunCommand.Qinghe).Reading.Programme!;
        Assert.Empty(Faults([("990101001", "河东镇", 2, 1), ("990101002", "河西镇", 1, 1)], qinghe));
        Assert.Equal(11, Faults(SquareMap.Heze, qinghe).Count);
    }

    private static List<string> Faults(IEnumerable<(string Code, string Name, int Column, int Row)> squares, Programme? programme = null)
    {
        using var folder = new TemporaryFolder();
        var read = ReadApprovedMap.Read(folder.File("map.json", SquareMap.Of(squares)), SquareMap.Approval);
        Assert.Empty(read.Faults);
        return [.. CheckApprovedMap.Check(read.Value!, (programme ?? Heze).Regions, (programme ?? Heze).Head.Region).Select(fault => fault.In(Language.English))];
    }
}
