using Lianzhang.Architecture.Tests.Rules;

namespace Lianzhang.Architecture.Tests;

public sealed class StorageAloneNamesProvidersTests : RuleTests<StorageAloneNamesProviders>
{
    private const string Planted = "src/Lianzhang/Planted.cs";

    [Theory]
    [InlineData("Npgsql")]
    [InlineData("Npgsql.EntityFrameworkCore.PostgreSQL")]
    [InlineData("Microsoft.Data.Sqlite")]
    [InlineData("Microsoft.Data.Sqlite.Core")]
    [InlineData("Microsoft.EntityFrameworkCore.Sqlite")]
    [InlineData("Microsoft.EntityFrameworkCore.SqlServer")]
    [InlineData("DuckDB.NET.Data.Full")]
    [InlineData("SQLitePCLRaw.bundle_e_sqlite3")]
    public void A_provider_among_the_packages_of_another_project_is_caught(string package)
    {
        Catches("src/Lianzhang/Lianzhang.csproj", Using(package), 2, package);
        Catches("tests/Lianzhang.Tests/Lianzhang.Tests.csproj", Using(package), 2, package);
        Allows("src/Lianzhang.Storage/Lianzhang.Storage.csproj", Using(package));
        Allows("bench/Lianzhang.Benchmarks/Lianzhang.Benchmarks.csproj", Using(package));
    }

    [Theory]
    [InlineData("using Npgsql;")]
    [InlineData("using Microsoft.Data.Sqlite;")]
    [InlineData("class A { Microsoft.Data.Sqlite.SqliteConnection? connection; }")]
    [InlineData("class A { object M() => new global::Npgsql.NpgsqlConnection(); }")]
    [InlineData("class A { object M() => DuckDB.NET.Data.DuckDBConnection.Open(); }")]
    public void A_provider_that_the_code_names_is_caught(string text)
    {
        Catches(Planted, text, 1, "names a database provider");
        Catches("tests/Lianzhang.Platform.Tests/Planted.cs", text, 1, "names a database provider");
        Catches("bench/Lianzhang.Benchmarks/Planted.cs", text, 1, "names a database provider");
        Allows("bench/Lianzhang.Benchmarks/Cube/Planted.cs", text);
        Allows("tests/Lianzhang.Platform.Tests/PostgresCluster.cs", text);
        Allows("src/Lianzhang.Storage/Planted.cs", text);
    }

    // Stands for UseNpgsql: a method in a common namespace, which only its assembly tells to be a provider's.
    [Fact]
    public void A_providers_extension_in_a_common_namespace_is_caught()
    {
        const string Provider = "src/Npgsql.Planted/Npgsql.Planted.csproj";
        const string Extension = "namespace Common; public static class Extensions { public static void UsePlanted(this string text) { } }";
        var tree = Tree
            .With(Provider, "<Project />")
            .With("src/Npgsql.Planted/Extensions.cs", Extension)
            .With("src/Lianzhang/Lianzhang.csproj", $"<Project><ProjectReference Include=\"{Climbing.Up}/Npgsql.Planted/Npgsql.Planted.csproj\" /></Project>")
            .With(Planted, "using Common;\nclass A { void M() => string.Empty.UsePlanted(); }");
        Catches(tree, Planted, 2, "UsePlanted names a database provider");
    }

    [Fact]
    public void A_package_that_is_no_provider_is_allowed() => Allows("src/Lianzhang/Lianzhang.csproj", Using("Microsoft.EntityFrameworkCore"));

    private static string Using(string package) => $"<Project><ItemGroup>\n<PackageReference Include=\"{package}\" /></ItemGroup></Project>";
}
