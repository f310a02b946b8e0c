using Lianzhang.Core.Values;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Reporting;

/// <summary>Tells the people who fill in a unit's reports: those of the organisation that has the unit's code.</summary>
internal sealed class ReportFillers(RightHolders holders, TellAccounts tell)
{
    private const string Filling = "reports.fill";

    private ILookup<string, Guid>? byUnit;
    private bool hasTold;

    /// <summary>The accounts that fill in, by the code of their unit; asked once for each request.</summary>
    public async Task<ILookup<string, Guid>> ByUnit(CancellationToken cancel) => byUnit ??= await holders.ByOrganisation(Filling, cancel);

    public async Task Tell(Report report, Text what, CancellationToken cancel)
    {
        // Of one unit its people alone are asked for; of more, everybody's at once.
        var accounts = hasTold ? (await ByUnit(cancel))[report.Unit].Distinct() : await holders.OfOrganisation(Filling, report.Unit, cancel);
        hasTold = true;
        foreach (var account in accounts)
            tell.Tell(account, what, $"/reports/{report.Id}");
    }
}
