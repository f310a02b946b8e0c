using System.Data.Common;
using System.Globalization;

namespace Lianzhang.Benchmarks.Cube;

/// <summary>
/// A database: one row for each report with a column for each item, cells in a table of their own. All cells are computed in two steps,
/// first by county and class, then for all above them, which is quicker in each of the databases than one step over the facts; a report
/// that is put right changes its cells by what it differs.
/// </summary>
internal abstract class SqlCube(DbConnection connection) : ICubeEngine
{
    protected static string Columns { get; } = Each(item => $"i{item} bigint");

    protected DbConnection Connection => connection;

    public void Load(CubeWorld world)
    {
        connection.Open();
        Prepare();
        Do($"create table unit (unit integer primary key, county integer, class integer)");
        Do($"create table fact (unit integer, month integer, {Columns})");
        Do("create table up_region (county integer, region integer)");
        Do("create table up_industry (class integer, industry integer)");
        InOne(() =>
        {
            for (var unit = 0; unit < world.Units; unit++)
                Do($"insert into unit values ({unit}, {world.County(unit)}, {world.Class(unit)})");
            for (var county = 0; county < world.Counties; county++)
            {
                foreach (var region in world.Regions(county))
                    Do($"insert into up_region values ({county}, {region})");
            }

            for (var @class = 0; @class < CubeWorld.Classes; @class++)
            {
                foreach (var industry in CubeWorld.IndustryNodes(@class))
                    Do($"insert into up_industry values ({@class}, {industry})");
            }
        });
        LoadFacts(world);
        Do("create unique index fact_of on fact (unit, month)");
    }

    public void Full()
    {
        Do("drop table if exists cell");
        Do("drop table if exists base");
        Do($"create table base as select county, class, month, {Each(item => $"sum(i{item}) s{item}, count(i{item}) c{item}")} from fact join unit on unit.unit = fact.unit group by county, class, month");
        Do($"create table cell as select region, industry, month, {Each(item => $"cast(sum(s{item}) as bigint) s{item}, cast(sum(c{item}) as bigint) c{item}")} from base join up_region on up_region.county = base.county join up_industry on up_industry.class = base.class group by region, industry, month");
        Do("drop table if exists indicator");
        Do($"create table indicator as {SelectIndicators("t.industry = 0")}");
    }

    /// <summary>What makes a single change quick, once everything is computed.</summary>
    public void Index()
    {
        Do("create unique index cell_of on cell (month, region, industry)");
        Do("create unique index indicator_of on indicator (month, region)");
    }

    public void Refresh(CorrectedReport report) => InOne(() =>
    {
        var was = new long?[CubeWorld.Items];
        using (var read = Command($"select {Each(item => $"i{item}")} from fact where unit = {report.Unit} and month = {report.Month}"))
        {
            using var row = read.ExecuteReader();
            row.Read();
            for (var item = 0; item < CubeWorld.Items; item++)
                was[item] = row.IsDBNull(item) ? null : Convert.ToInt64(row.GetValue(item), CultureInfo.InvariantCulture);
        }

        Do($"update fact set {Each(item => $"i{item} = {(report.Values[item] is { } value ? Number(value) : "null")}")} where unit = {report.Unit} and month = {report.Month}");
        Do($"update cell set {Each(item => $"s{item} = coalesce(s{item}, 0) + ({Number((report.Values[item] ?? 0) - (was[item] ?? 0))}), c{item} = c{item} + ({Number((report.Values[item] is null ? 0 : 1) - (was[item] is null ? 0 : 1))})")} where month = {report.Month} and region in (select region from up_region join unit on unit.county = up_region.county where unit.unit = {report.Unit}) and industry in (select industry from up_industry join unit on unit.class = up_industry.class where unit.unit = {report.Unit})");
        // A month counts in its own growth and in that of a year later.
        var moved = $"region in (select region from up_region join unit on unit.county = up_region.county where unit.unit = {report.Unit}) and month in ({report.Month}, {report.Month + 12})";
        Do($"delete from indicator where {moved}");
        Do($"insert into indicator {SelectIndicators($"t.industry = 0 and {moved.Replace("region in", "t.region in", StringComparison.Ordinal).Replace("month in", "t.month in", StringComparison.Ordinal)}")}");
    });

    public ulong Digest()
    {
        var digest = 0UL;
        using var read = Command($"select region, industry, month, {Each(item => $"s{item}, c{item}")} from cell");
        using var row = read.ExecuteReader();
        while (row.Read())
        {
            for (var item = 0; item < CubeWorld.Items; item++)
                digest += CubeWorld.Digest(Int(row, 0), Int(row, 1), item, Int(row, 2), row.IsDBNull(3 + (item * 2)) ? 0 : Convert.ToInt64(row.GetValue(3 + (item * 2)), CultureInfo.InvariantCulture), Int(row, 4 + (item * 2)));
        }

        return digest;
    }

    public double[] Indicators()
    {
        var all = new List<double>();
        var found = new Dictionary<(int Region, int Month), double[]>();
        using (var read = Command($"select * from indicator"))
        {
            using var row = read.ExecuteReader();
            while (row.Read())
                found[(Int(row, 0), Int(row, 1))] = [.. CubeWorld.Indicators.Select((_, at) => row.IsDBNull(at + 2) ? double.NaN : row.GetDouble(at + 2))];
        }

        foreach (var region in found.Keys.Select(key => key.Region).Distinct().Order())
        {
            for (var indicator = 0; indicator < CubeWorld.Indicators.Count; indicator++)
                all.AddRange(Enumerable.Range(0, CubeWorld.Months).Select(month => found[(region, month)][indicator]));
        }

        return [.. all];
    }

    public virtual void Dispose() => connection.Dispose();

    protected virtual void Prepare()
    {
    }

    protected abstract void LoadFacts(CubeWorld world);

    protected void Do(string sql)
    {
        using var command = Command(sql);
        command.ExecuteNonQuery();
    }

    protected void InOne(Action work)
    {
        using var transaction = connection.BeginTransaction();
        current = transaction;
        work();
        transaction.Commit();
        current = null;
    }

    protected DbCommand Command(string sql)
    {
        var command = connection.CreateCommand();
        command.CommandTimeout = 0;
        command.CommandText = sql;
        command.Transaction = current;
        return command;
    }

    protected static string Each(Func<int, string> item) => string.Join(", ", Enumerable.Range(0, CubeWorld.Items).Select(item));

    private static string SelectIndicators(string where)
    {
        var shares = Enumerable.Range(0, CubeWorld.SharedIndustries).Select(industry => $"left join cell q{industry} on q{industry}.region = t.region and q{industry}.industry = {1 + industry} and q{industry}.month = t.month");
        return $"select t.region, t.month, {string.Join(", ", CubeWorld.Indicators.Select((indicator, at) => $"{Written(indicator)} x{at}"))} from cell t left join cell p on p.region = t.region and p.industry = 0 and p.month = t.month - 12 {string.Join(' ', shares)} where {where}";
    }

    private static string Written(CubeIndicator indicator) => indicator switch
    {
        { Over: { } over } => $"cast(t.s{indicator.Of} as float8) / nullif(t.s{over}, 0)",
        { Industry: { } industry } => $"cast(q{industry}.s{indicator.Of} as float8) / nullif(t.s{indicator.Of}, 0)",
        _ => $"case when p.s{indicator.Of} > 0 then cast(t.s{indicator.Of} - p.s{indicator.Of} as float8) / p.s{indicator.Of} end",
    };

    private DbTransaction? current;

    private static int Int(DbDataReader row, int column) => Convert.ToInt32(row.GetValue(column), CultureInfo.InvariantCulture);

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
