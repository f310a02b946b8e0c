namespace Lianzhang.Tests.Commands;

/// <summary>A map that may not be shown, or does not fit, keeps the server from starting, with a line that says what to do.</summary>
public sealed class MapOptionsTests
{
    private const string Square = """{"type":"Polygon","coordinates":[[[115,35],[116,35],[116,36],[115,35]]]}""";

    [Fact]
    public void A_map_without_an_approval_number() => Refused(Start(SquareMap.Of(SquareMap.Heze)), "map.json: there is no approval number. A map that is public in China must carry the number");

    [Fact]
    public void An_approval_number_without_a_map() => Refused(RunCommand.Run("serve", "--lang", "en", "--map-approval", SquareMap.Approval), "--map-approval: there is an approval number and no map");

    [Fact]
    public void A_number_that_is_none() => Refused(Start(SquareMap.Of(SquareMap.Heze), "--map-approval", "none"), "--map-approval: 'none' is no approval number");

    [Fact]
    public void A_missing_file() => Refused(RunCommand.Run("demo", "--lang", "en", "--map", "/nowhere/map.json", "--map-approval", SquareMap.Approval), "/nowhere/map.json: file not found");

    [Fact]
    public void No_json() => Refused(Approved("{\n\"type\": <svg/>"), "map.json:2: is not JSON; export the map as GeoJSON");

    [Theory]
    [InlineData("[]")]
    [InlineData("""{"type":"Topology","objects":{}}""")]
    [InlineData("""{"type":"FeatureCollection","features":7}""")]
    public void No_collection_of_features(string text) => Refused(Approved(text), "map.json: is no GeoJSON collection: the whole must be a FeatureCollection");

    [Fact]
    public void A_collection_of_nothing() => Refused(Approved(Collection()), "map.json: the collection is empty");

    [Fact]
    public void A_feature_without_a_code() => Refused(
        Approved(Collection(Feature("""{"name":"曹县"}""", Square))),
        "map.json: feature 1 (曹县) has no region code; write it in the property adcode or code");

    [Theory]
    [InlineData("null", "is no area")]
    [InlineData("""{"type":"Point","coordinates":[115,35]}""", "is no area")]
    [InlineData("""{"type":"Polygon","coordinates":[]}""", "has wrong coordinates")]
    [InlineData("""{"type":"Polygon","coordinates":["@@AB"]}""", "has wrong coordinates")]
    [InlineData("""{"type":"Polygon","coordinates":[[[115,35],[116,35],[115,35]]]}""", "has wrong coordinates")]
    [InlineData("""{"type":"MultiPolygon","coordinates":[[[[115,35],[116,35],[116,36],[115,36]]]]}""", "has wrong coordinates")]
    [InlineData("""{"type":"Polygon","coordinates":[[[12800000,4190000],[12900000,4190000],[12900000,4200000],[12800000,4190000]]]}""", "has wrong coordinates")]
    public void A_feature_that_is_no_area_in_degrees(string geometry, string message) =>
        Refused(Approved(Collection(Feature("""{"adcode":371721,"name":"曹县"}""", geometry))), $"map.json: feature 1 (曹县) {message}");

    [Fact]
    public void Two_features_of_one_region() => Refused(
        Approved(Collection(Feature("""{"adcode":371721}""", Square), Feature("""{"code":"371721"}""", Square))),
        "map.json: feature 2 (371721) the code 371721 stands before already");

    private static string Collection(params string[] features) => $$"""{"type":"FeatureCollection","features":[{{string.Join(',', features)}}]}""";

    private static string Feature(string properties, string geometry) => $$"""{"type":"Feature","properties":{{properties}},"geometry":{{geometry}}}""";

    private static CommandResult Approved(string map) => Start(map, "--map-approval", SquareMap.Approval);

    private static CommandResult Start(string map, params string[] more)
    {
        using var folder = new TemporaryFolder();
        return RunCommand.Run(["demo", "--lang", "en", "--map", folder.File("map.json", map), .. more]);
    }

    private static void Refused(CommandResult run, string message)
    {
        Assert.Equal(1, run.Exit);
        Assert.Contains(message, Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.Empty(run.Out);
    }
}
