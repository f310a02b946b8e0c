namespace Lianzhang.Core.Formulas;

/// <summary>Arguments by what the parser made of them; for calls that fit their function.</summary>
internal static class CallArguments
{
    public static Expression Amount(this Call call, int index) => (Expression)call.Arguments[index];

    /// <summary>The written-out integer, or null when it was left out.</summary>
    public static int? Whole(this Call call, int index) =>
        index < call.Arguments.Count ? call.Function.Parameters[index].Read(call.Arguments[index]) : null;
}
