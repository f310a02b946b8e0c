using Lianzhang.Architecture.Tests.Trees;

namespace Lianzhang.Architecture.Tests.Symbols;

/// <summary>
/// A name in code and what the compiler takes it for. <see cref="Type"/> is empty where a namespace is named,
/// <see cref="Member"/> where a type is; a constructor has its parameter types. A name that does not resolve is given as it is written.
/// </summary>
public sealed record Reference(SourceFile File, int Line, string Assembly, string Namespace, string Type = "", string Member = "")
{
    public string FullType => Type.Length == 0 ? Namespace : $"{Namespace}.{Type}";

    /// <summary>The member without its parameter types.</summary>
    public string MemberName => Member.Split('(')[0];

    public bool IsIn(string space) => Namespace == space || Namespace.StartsWith(space + ".", StringComparison.Ordinal);

    public override string ToString() => Member.Length == 0 ? FullType : $"{FullType}.{MemberName}";
}
