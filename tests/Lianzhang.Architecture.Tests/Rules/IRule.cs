using Lianzhang.Architecture.Tests.Trees;

namespace Lianzhang.Architecture.Tests.Rules;

/// <summary>A rule of the repository. It reads nothing but the tree that it is given.</summary>
public interface IRule
{
    IEnumerable<Violation> Check(SourceTree tree);
}
