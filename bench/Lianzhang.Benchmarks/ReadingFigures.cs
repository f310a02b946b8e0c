using System.Globalization;
using System.Text;
using CsvHelper;
using Lianzhang.Core.Boards;
using Lianzhang.Core.Figures;
using Lianzhang.Core.Programmes;

namespace Lianzhang.Benchmarks;

/// <summary>What reading, settling and judging cost beside parsing the same CSV and doing nothing with it.</summary>
internal static class ReadingFigures
{
    private const int Rows = 100_000;

    public static void Run()
    {
        const string Folder = "programmes/heze";
        var files = ProgrammeSchema.Files.Select(name => new SourceFile($"{Folder}/{name}", File.ReadAllText(Path.Combine(Repository.Root, Folder, name)))).ToList();
        var reading = ReadProgramme.Read(Folder, files);
        var programme = reading.Programme!;
        var csv = new SourceFile("figures.csv", Generate(programme));
        var figures = ReadFigures.Read(csv, programme).Value!;
        SideBySide.Compare(
            $"Reading {Rows:N0} generated rows of figures ({csv.Text.Length / 1_000_000.0:0.0} M characters)",
            7,
            ("CsvHelper alone, every field taken", () => Parse(csv.Text)),
            ("ReadFigures", () => ReadFigures.Read(csv, programme)),
            ("BuildBoard on what was read", () => BuildBoard.Build(reading, figures, new DateOnly(2026, 6, 30))));
    }

    private static string Generate(Programme programme)
    {
        var text = new StringBuilder("item,region,period,value,unit,qualifier,flag,published,source,url\n");
        var items = programme.Items;
        for (var i = 0; i < Rows; i++)
        {
            var item = items[i % items.Count];
            var region = programme.Regions[i / items.Count % programme.Regions.Count].Code;
            var month = i / items.Count / programme.Regions.Count;
            text.Append(CultureInfo.InvariantCulture, $"{item.Code},{region},{2018 + (month / 12)}-{(month % 12) + 1:00},{i % 9973}.{i % 100:00},{item.Unit},,,,generated,\n");
        }

        return text.ToString();
    }

    private static void Parse(string text)
    {
        using var parser = new CsvParser(new StringReader(text), CultureInfo.InvariantCulture);
        var fields = 0;
        while (parser.Read())
            fields += parser.Record!.Length;
        if (fields < Rows)
            throw new InvalidOperationException("the rows were not read");
    }
}
