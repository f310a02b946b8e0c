using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Lianzhang.Core.Scoring;

namespace Lianzhang.Core.Assessment;

/// <summary>A score as it is sealed: rounded to six digits.</summary>
public sealed record SealedScore(string Member, string Node, string? Score, string? Rank);

/// <summary>How an objection was decided.</summary>
public sealed record SealedObjection(string Member, string? Column, string Decision, string Reason);

/// <summary>What makes every altered part known: a hash of each, and one of all of them.</summary>
public sealed record AssessmentSeals(string Rules, IReadOnlyList<string> Rows, IReadOnlyList<string> Scores, IReadOnlyList<string> Objections, string All);

/// <summary>A result with all that it rests on, which anybody can compute again from this text alone.</summary>
/// <param name="Programme">Code of the programme.</param>
/// <param name="Version">Number of the programme's version.</param>
/// <param name="Plan">Code of the plan.</param>
/// <param name="Period">The assessed period.</param>
/// <param name="Methods">Version of the methods of scoring.</param>
/// <param name="Seed">The seed of chance by which robustness is told.</param>
/// <param name="Rules">The file assessment.yaml.</param>
/// <param name="Rows">The figures.</param>
/// <param name="Scores">The scores and ranks of all places of the hierarchy.</param>
/// <param name="Objections">The objections that were decided.</param>
/// <param name="Seals">The hashes.</param>
public sealed record SealedAssessment(
    string Programme,
    int Version,
    string Plan,
    string Period,
    int Methods,
    int Seed,
    string Rules,
    IReadOnlyList<AssessedRow> Rows,
    IReadOnlyList<SealedScore> Scores,
    IReadOnlyList<SealedObjection> Objections,
    AssessmentSeals Seals)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Seals a result. It is handed out to everybody, so that it says of figures where they come from, but not what they are made of.</summary>
    public static SealedAssessment Of(AssessmentSheet sheet, AssessmentResult result, IReadOnlyList<SealedObjection> objections)
    {
        var open = new SealedAssessment(
            sheet.Programme, sheet.Version, sheet.Plan, sheet.Period.ToString(), StepMethods.Version, result.Plan.Scoring.Robustness?.Seed ?? 0, sheet.Rules, [.. sheet.Rows.Select(row => row.WithoutParts())], ScoresOf(result), objections, new AssessmentSeals(string.Empty, [], [], [], string.Empty));
        return open with { Seals = open.Computed() };
    }

    /// <summary>The figures and rules as a sheet that can be scored again; null where the period cannot be read.</summary>
    public AssessmentSheet? Sheet => Core.Values.Period.TryParse(Period, out var period) ? new AssessmentSheet(Programme, Version, Plan, period, Rules, Rows) : null;

    /// <summary>The text that is kept and handed out.</summary>
    public string Write() => JsonSerializer.Serialize(this, Json) + "\n";

    /// <summary>Reads the text; null with the reason where it is none.</summary>
    public static SealedAssessment? Read(string text, out string fault)
    {
        fault = string.Empty;
        try
        {
            var read = JsonSerializer.Deserialize<SealedAssessment>(text, Json);
            if (read is { Rules: not null, Rows: not null, Scores: not null, Objections: not null, Seals: { Rows: not null, Scores: not null, Objections: not null } } && read.Rows.All(row => row is { Code: not null, Values: not null }) && read.Scores.All(score => score is { Member: not null, Node: not null }))
                return read;
            fault = "parts are missing";
        }
        catch (JsonException unreadable)
        {
            fault = unreadable.Message;
        }

        return null;
    }

    /// <summary>The hashes of what is there.</summary>
    public AssessmentSeals Computed()
    {
        var (rules, rows, scores, objections) = (Hash(Rules), Hashes(Rows), Hashes(Scores), Hashes(Objections));
        var head = string.Join('\n', Programme, Version.ToString(CultureInfo.InvariantCulture), Plan, Period, Methods.ToString(CultureInfo.InvariantCulture), Seed.ToString(CultureInfo.InvariantCulture));
        return new AssessmentSeals(rules, rows, scores, objections, Hash(string.Join('\n', [head, rules, "rows", .. rows, "scores", .. scores, "objections", .. objections])));
    }

    internal static IReadOnlyList<SealedScore> ScoresOf(AssessmentResult result) =>
    [
        .. from unit in result.Scores.Units
           from node in unit.Nodes
           select new SealedScore(unit.Unit, node.Code, Rounded(node.Value), Rounded(node.Rank)),
    ];

    private static string? Rounded(double? number) => Ranking.Round(number)?.ToString("0.######", CultureInfo.InvariantCulture);

    private static IReadOnlyList<string> Hashes<T>(IEnumerable<T> parts) => [.. parts.Select(part => Hash(JsonSerializer.Serialize(part, Json)))];

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
