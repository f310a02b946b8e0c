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
    }

    /// <summary>What makes a single change quick, once everything is computed.</summary>
    public void Index() => Do("create unique index cell_of on cell (month, region, industry)");

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

    private DbTransaction? current;

    private static int Int(DbDataReader row, int column) => Convert.ToInt32(row.GetValue(column), CultureInfo.InvariantCulture);

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
