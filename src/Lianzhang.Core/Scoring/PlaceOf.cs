using Lianzhang.Core.Values;

namespace Lianzhang.Core.Scoring;

/// <summary>Where a record of a specification, or one of its keys, was written; with it faults name file and line.</summary>
public delegate Location PlaceOf(object record, string key);

/// <summary>Places of specifications that were not read from a file: the name of the step or indicator.</summary>
internal static class UnwrittenPlaces
{
    public static Location Of(object record, string key) => new(record switch
    {
        ScoreStep step => step.Step,
        IndicatorSpec indicator => indicator.Code,
        AggregateSpec aggregate => aggregate.Code,
        _ => key,
    });
}
