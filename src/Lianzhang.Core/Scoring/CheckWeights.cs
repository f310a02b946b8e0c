using Lianzhang.Core.Values;

namespace Lianzhang.Core.Scoring;

/// <summary>Finds weights that are missing or cannot be.</summary>
internal static class CheckWeights
{
    public static IEnumerable<Fault> Check(ScoreSpec spec, ScoreTree tree, PlaceOf place)
    {
        var written = Written(spec);
        foreach (var (code, weight, record) in written.Values.Where(each => each.Weight is < 0))
            yield return new Fault(place(record, "weight"), ($"{code} 的权重为负", $"the weight of {code} is negative"));
        foreach (var parent in tree.Aggregates)
        {
            var children = parent.Children.Select(child => written[child]).ToList();
            var without = children.Where(child => child.Weight is null).ToList();
            if (without.Count == 0)
            {
                if (children.Sum(child => child.Weight) == 0)
                    yield return new Fault(place(children[0].Record, "weight"), ($"{parent.Code} 下级权重之和为零", $"the weights below {parent.Code} sum to zero"));
                continue;
            }

            if (spec.Steps.Any(step => step.Weighs(parent.Code)))
                continue;
            foreach (var child in without)
                yield return new Fault(place(child.Record, "weight"), ($"{child.Code} 未写权重，也没有为 {parent.Code} 定权的步骤", $"{child.Code} has no weight, and no step weighs what is below {parent.Code}"));
        }
    }

    /// <summary>The weights as they are written, by code.</summary>
    public static Dictionary<string, (string Code, double? Weight, object Record)> Written(ScoreSpec spec) =>
        spec.Indicators.Select(each => (each.Code, each.Weight, (object)each))
            .Concat((spec.Aggregates ?? []).Select(each => (each.Code, each.Weight, (object)each)))
            .ToDictionary(each => each.Code, StringComparer.Ordinal);
}
