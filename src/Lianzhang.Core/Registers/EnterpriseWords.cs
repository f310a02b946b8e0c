using Lianzhang.Core.Values;

namespace Lianzhang.Core.Registers;

/// <summary>A code of a fixed list with its words.</summary>
public sealed record Coded(string Code, Text Name);

/// <summary>The codes that the product itself gives to what enterprises are.</summary>
public static class EnterpriseWords
{
    /// <summary>By the rules of 2017 on large, medium, small and micro enterprises in statistics.</summary>
    public static IReadOnlyList<Coded> Sizes { get; } =
        [new("large", ("大型", "large")), new("medium", ("中型", "medium")), new("small", ("小型", "small")), new("micro", ("微型", "micro"))];

    /// <summary>What the policy calls an enterprise beside its titles.</summary>
    public static IReadOnlyList<Coded> Kinds { get; } =
    [
        new("leading", ("龙头企业", "leading enterprise")),
        new("chain_master", ("链主企业", "chain master")),
        new("trump_card", ("“撒手锏”配套企业", "“trump card” supplier")),
        new("platform", ("公共服务平台企业", "platform enterprise")),
    ];

    public static IReadOnlyList<Coded> Shares { get; } = [new("whole", ("全部", "whole")), new("part", ("部分", "part")), new("none", ("不属于", "none"))];

    public static IReadOnlyList<Coded> Statuses { get; } =
        [new("active", ("在业", "active")), new("suspended", ("停业", "suspended")), new("closed", ("注销", "closed")), new("merged", ("已并入", "merged"))];

    /// <summary>The words of a code; the code itself where the list has none of it.</summary>
    public static Text Word(this IReadOnlyList<Coded> list, string code) => list.FirstOrDefault(known => known.Code == code)?.Name ?? new Text(code);

    /// <summary>The code that a person means by a code or its words, in either language; null for any other.</summary>
    public static string? Code(this IReadOnlyList<Coded> list, string written) =>
        list.FirstOrDefault(known => known.Code == written || known.Name.Zh == written || string.Equals(known.Name.En, written, StringComparison.OrdinalIgnoreCase))?.Code;
}
