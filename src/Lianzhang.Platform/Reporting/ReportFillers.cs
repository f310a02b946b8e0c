using Lianzhang.Core.Values;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Reporting;

/// <summary>Tells the people who fill in a unit's reports: those of the organisation that has the unit's code.</summary>
internal sealed class ReportFillers(RightHolders holders, TellAccounts tell)
{
    private const string Filling = "reports.fill";

    private ILookup<string, Guid>? byUnit;

    /// <summary>The accounts that fill in, by the code of their unit; asked once for each request.</summary>
    public async Task<ILookup<string, Guid>> ByUnit(CancellationToken cancel) => byUnit ??= await holders.ByOrganisation(Filling, cancel);

    public async Task Tell(Report report, Text what, CancellationToken cancel)
    {
        foreach (var account in (await ByUnit(cancel))[report.Unit].Distinct())
            tell.Tell(account, what, $"/reports/{report.Id}");
    }
}
