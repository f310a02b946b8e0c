using Lianzhang.Core.Judgement;

namespace Lianzhang.Core.Tests.Judgement;

/// <summary>Each rule set found in real documents, as the bundled programme writes it.</summary>
public sealed class LightRulesTests
{
    [Theory]
    [InlineData(5, Status.OnTrack, Colour.Green)]
    [InlineData(9.9, Status.OnTrack, Colour.Green)]
    [InlineData(10, Status.Behind, Colour.Yellow)]
    [InlineData(30, Status.Behind, Colour.Yellow)]
    [InlineData(30.1, Status.Critical, Colour.Red)]
    public void A_points_behind_schedule(double behind, Status status, Colour colour) =>
        Gives("points_behind", new Standing(PointsBehind: (decimal)behind), status, colour);

    [Theory]
    [InlineData(1, Status.Behind, Colour.Yellow)]
    [InlineData(2, Status.Behind, Colour.Yellow)]
    [InlineData(3, Status.Critical, Colour.Red)]
    public void A_start_that_is_late(int months, Status status, Colour colour) =>
        Gives("points_behind", new Standing(MonthsLate: months), status, colour);

    [Theory]
    [InlineData(59.9, Status.Critical, Colour.Red)]
    [InlineData(60, Status.Behind, Colour.Yellow)]
    [InlineData(79.9, Status.Behind, Colour.Yellow)]
    [InlineData(80, Status.OnTrack, Colour.Green)]
    public void B_share_of_the_schedule(double ratio, Status status, Colour colour) =>
        Gives("schedule_ratio", new Standing(ScheduleRatio: (decimal)ratio), status, colour);

    [Theory]
    [InlineData(0, Status.OnTrack, Colour.Blue)]
    [InlineData(1, Status.Behind, Colour.Yellow)]
    [InlineData(2, Status.Critical, Colour.Red)]
    [InlineData(5, Status.Critical, Colour.Red)]
    public void C_plans_of_the_month_missed(int missed, Status status, Colour colour) =>
        Gives("period_plan", new Standing(PeriodsMissed: missed), status, colour);

    [Theory]
    [InlineData(4, Status.OnTrack)]
    [InlineData(3, Status.Behind)]
    [InlineData(0, Status.Behind)]
    [InlineData(-1, Status.Critical)]
    public void D_days_left(int days, Status status)
    {
        var light = Rules("days_left").Judge(new Standing(DaysLeft: days));
        Assert.Equal(status, light.Status);
        if (status == Status.Behind)
            Assert.Equal("临期", light.Word.Zh);
    }

    [Fact]
    public void A_measure_that_is_not_known_matches_no_rule() =>
        Gives("points_behind", new Standing(), Status.OnTrack, Colour.Green);

    private static void Gives(string set, Standing standing, Status status, Colour colour)
    {
        var light = Rules(set).Judge(standing);
        Assert.Equal((status, colour), (light.Status, light.Colour));
    }

    private static LightRules Rules(string code)
    {
        var files = Repository.Files("programmes/heze");
        Assert.Contains("use: schedule_ratio", files.Single(file => file.Name == "lights.yaml").Text);
        var chosen = files.Select(file => file.Name == "lights.yaml" ? file with { Text = file.Text.Replace("use: schedule_ratio", $"use: {code}", StringComparison.Ordinal) } : file);
        return Core.Programmes.ReadProgramme.Read("programmes/heze", [.. chosen]).Programme!.Lights;
    }
}
