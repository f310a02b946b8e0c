using Lianzhang.Core.Formulas;

namespace Lianzhang.Core.Tests.Formulas;

public sealed class FunctionListTests
{
    [Fact]
    public void The_list_and_the_folder_agree()
    {
        var files = Directory.GetFiles(Path.Combine(Repository.Root, "src/Lianzhang.Core/Formulas/Functions"), "*.cs").Select(Path.GetFileNameWithoutExtension);

        Assert.NotEmpty(FunctionList.All);
        Assert.Equal(files.Order(StringComparer.Ordinal), FunctionList.All.Select(function => function.GetType().Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_function_that_exists_is_listed()
    {
        var types = typeof(Formula).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Function)) && !type.IsAbstract);

        Assert.Equal(types.OrderBy(type => type.Name, StringComparer.Ordinal), FunctionList.All.Select(function => function.GetType()).OrderBy(type => type.Name, StringComparer.Ordinal));
    }

    [Fact]
    public void Every_function_says_how_it_is_written_and_what_it_does()
    {
        Assert.All(FunctionList.All, function =>
        {
            Assert.Matches("^[a-z][a-z_]*$", function.Name);
            Assert.All(function.Syntax.Split("  "), form => Assert.StartsWith($"{function.Name}(", form));
            Assert.NotEmpty(function.Description.Zh);
            Assert.NotNull(function.Description.En);
            Assert.DoesNotContain(function.Parameters.SkipLast(1), parameter => parameter.Optional);
        });
    }
}
