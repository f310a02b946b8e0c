using Lianzhang.Architecture.Tests.Trees;

namespace Lianzhang.Architecture.Tests.Rules;

internal static class Subjects
{
    /// <summary>Checks every subject. No subject is a violation: a rule that looks at nothing must not pass.</summary>
    public static IEnumerable<Violation> Check<T>(IEnumerable<T> subjects, string what, Func<T, IEnumerable<Violation>> check)
    {
        var any = false;
        foreach (var subject in subjects)
        {
            any = true;
            foreach (var violation in check(subject))
                yield return violation;
        }

        if (!any)
            yield return new Violation("Lianzhang.slnx", 1, $"the rule found no {what} to look at");
    }
}
