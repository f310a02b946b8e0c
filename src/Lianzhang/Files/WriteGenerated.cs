using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Lianzhang.Core.Facts;
using Lianzhang.Core.Generation;
using Lianzhang.Core.Registers;
using Lianzhang.Core.Values;

namespace Lianzhang.Files;

/// <summary>
/// Writes a made-up economy to CSV files, one enterprise after another so that memory stays small. Every row says that it is made up.
/// Files bear their names only when all are whole.
/// </summary>
internal sealed class WriteGenerated(GeneratedEconomy economy, string folder)
{
    private const string Mark = "生成数据，非真实数据";
    private const string Unfinished = ".part";

    private static readonly CsvConfiguration Plain = new(CultureInfo.InvariantCulture) { NewLine = "\n" };

    /// <summary>Null when files can be written there: the folder is not there yet, empty, or holds only what an interrupted run left.</summary>
    public static Text? Refuse(string folder)
    {
        if (File.Exists(folder))
            return ($"{folder}：这是文件，应为文件夹", $"{folder}: is a file; a folder is wanted");
        return Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any(entry => !entry.EndsWith(Unfinished, StringComparison.Ordinal))
            ? ($"{folder}：文件夹不是空的，没有写入任何文件；请换一个文件夹", $"{folder}: the folder is not empty and nothing was written; name another")
            : null;
    }

    /// <param name="tell">Is told after each city how many are done.</param>
    /// <param name="cancel">Leaves the folder empty.</param>
    public void Write(Action<int, int> tell, CancellationToken cancel)
    {
        Directory.CreateDirectory(folder);
        try
        {
            using (var files = new OpenFiles(folder, economy.Plan))
            {
                files.Head();
                foreach (var region in economy.Regions())
                    files.Row("regions", region.Code, region.Name, region.Kind.ToString(), region.Parent);
                foreach (var city in economy.Cities())
                {
                    City(files, city, cancel);
                    tell(city.Number + 1, economy.Plan.Cities);
                }
            }

            foreach (var file in Directory.GetFiles(folder, $"*{Unfinished}"))
                File.Move(file, file[..^Unfinished.Length]);
        }
        catch (Exception)
        {
            foreach (var file in Directory.GetFiles(folder, $"*{Unfinished}"))
                File.Delete(file);
            throw;
        }
    }

    private void City(OpenFiles files, GeneratedCity city, CancellationToken cancel)
    {
        foreach (var cluster in city.Clusters)
            files.Row("clusters", cluster.Code, cluster.Name.Zh, cluster.Name.En, cluster.Industry);
        for (var index = 0; index < city.Count; index++)
        {
            cancel.ThrowIfCancellationRequested();
            var one = city.Enterprise(index);
            Enterprise(files, one, economy.Plan.Today);
            foreach (var report in city.Reports(index))
                files.Report(report);
        }
    }

    private static void Enterprise(OpenFiles files, GeneratedEnterprise one, DateOnly today)
    {
        string? Now(string attribute) => one.Of(attribute, today);
        files.Row("enterprises", one.Code, Now(UnitAttributes.Name), Now(UnitAttributes.Region), Now(UnitAttributes.Industry), Now(UnitAttributes.Gb), Now(UnitAttributes.Sei), Now(UnitAttributes.Size), Now(UnitAttributes.Status), one.MergedInto);
        foreach (var value in one.Values)
            files.Row("history", one.Code, value.Attribute, value.Value, Day(value.From), Day(value.To));
        foreach (var title in one.Titles)
            files.Row("titles", one.Code, title.Title, title.Level, title.Certificate, Day(title.GrantedOn), Day(title.ValidTo), Day(title.ReviewBy), Day(title.EndedOn), title.EndReason);
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // As many as there are kinds and years, open until the end, since each enterprise has its part in all of them.
    private sealed class OpenFiles(string folder, GenerationPlan plan) : IDisposable
    {
        private static readonly Dictionary<string, string[]> Heads = new()
        {
            ["regions"] = ["code", "name", "kind", "parent"],
            ["clusters"] = ["code", "name", "name_en", "industry"],
            ["enterprises"] = ["code", "name", "region", "industry", "gb", "sei", "size", "status", "merged_into"],
            ["history"] = ["code", "attribute", "value", "from", "to"],
            ["titles"] = ["code", "title", "level", "certificate", "granted_on", "valid_to", "review_by", "ended_on", "end_reason"],
        };

        private readonly Dictionary<string, CsvWriter> open = [];

        public void Head()
        {
            foreach (var (name, head) in Heads)
                Open(name, head);
            for (var year = plan.First.Year; year <= plan.Last.Year; year++)
                Open(Facts(year), ["code", "period", "reported_on", "revision", .. EnterpriseItems.All.Select(item => $"{item}（{plan.Programme.FindItem(item)?.Unit.Symbol}）")]);
        }

        public void Row(string name, params ReadOnlySpan<string?> cells)
        {
            var csv = open[name];
            csv.WriteField(Mark);
            foreach (var cell in cells)
                csv.WriteField(cell);
            csv.NextRecord();
        }

        // A value or zero as a number; the other states in words; what was not asked is empty.
        public void Report(GeneratedReport report)
        {
            var csv = open[Facts(report.Report.Period.Year)];
            csv.WriteField(Mark);
            csv.WriteField(report.Report.Unit);
            csv.WriteField(report.Report.Period.ToString());
            csv.WriteField(Day(report.On));
            csv.WriteField(report.Revises ? "1" : "0");
            // Values stand in the order of the items, though a revision has but some of them.
            var at = 0;
            foreach (var item in EnterpriseItems.All)
                csv.WriteField(at < report.Report.Values.Count && report.Report.Values[at].Item == item ? Cell(report.Report.Values[at++]) : string.Empty);
            csv.NextRecord();
        }

        public void Dispose()
        {
            foreach (var csv in open.Values)
                csv.Dispose();
        }

        private static string Cell(ReportedValue value) => value.State switch
        {
            FactState.NotApplicable => "不适用",
            FactState.Missing => $"缺报：{value.Reason}",
            _ => Quantity.Number(value.Amount),
        };

        private static string Facts(int year) => $"facts-{year}";

        private void Open(string name, string[] head)
        {
            // With the mark by which spreadsheets know UTF-8.
            var csv = open[name] = new CsvWriter(new StreamWriter(Path.Combine(folder, $"{name}.csv{Unfinished}"), append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)), Plain);
            csv.WriteField("数据性质");
            foreach (var cell in head)
                csv.WriteField(cell);
            csv.NextRecord();
        }
    }
}
