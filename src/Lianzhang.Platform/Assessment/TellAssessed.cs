using Lianzhang.Core.Assessment;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Assessment;

/// <summary>Tells those who are assessed what happens to their result.</summary>
internal sealed class TellAssessed(HoldingOffices offices, TellAccounts tell)
{
    /// <summary>Tells everybody who may object for one of those assessed, each of its own score card, while that can be opened.</summary>
    public async Task All(AssessmentRun run, AssessmentPlan plan, Text what, CancellationToken cancel)
    {
        foreach (var office in await offices.All(AssessmentBook.Object, cancel))
        {
            if (plan.Groups.SelectMany(group => group.Members).FirstOrDefault(member => AssessmentBook.IsOf(plan, member, office.Code, office.Kind, office.Region)) is not { } assessed)
                continue;
            foreach (var person in office.People)
                tell.Tell(person, ($"{run.PlanName} {run.Of.In(Language.Chinese)}{what.Zh}", $"{run.PlanNameEn} {run.Of.In(Language.English)} {what.In(Language.English)}"), run.State == AssessmentState.Withdrawn ? "/assessment" : $"/assessment/{run.Id}/{assessed}");
        }
    }

    /// <summary>Tells who filed an objection how it was decided.</summary>
    public void Objector(AssessmentObjection objection)
    {
        if (objection.Account is { } account)
        {
            tell.Tell(
                account,
                objection.State == ObjectionState.Upheld ? ($"{objection.MemberName}的考核异议成立。", $"The objection of {objection.Member} was upheld.") : ($"{objection.MemberName}的考核异议不成立：{objection.Reason}", $"The objection of {objection.Member} was rejected: {objection.Reason}"),
                $"/assessment/{objection.RunId}/{objection.Member}");
        }
    }
}
