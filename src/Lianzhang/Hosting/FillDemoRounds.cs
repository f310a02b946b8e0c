using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Registers;
using Lianzhang.Platform.Reporting;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Hosting;

/// <summary>
/// Lets the accounts to try the product with act for a made-up enterprise, a county and a park, and opens the rounds of the last month and
/// quarter with what the other made-up enterprises sent. Done again it changes nothing.
/// </summary>
internal sealed class FillDemoRounds(Run run, Programme programme, DateOnly today)
{
    private const int DaysToTry = 7;

    /// <summary>Null when done, else what stood in the way.</summary>
    public async Task<Text?> Fill(CancellationToken cancel)
    {
        var county = (await run.Do(new ListOrganisations("demo-county"), Caller.Product, cancel)).Value!.Organisations.Single();
        var enterprises = (await run.Do(new ListEnterprises(new EnterpriseFilter(Region: county.Region, Industry: "sei", Size: "medium", Title: "high_tech"), PageSize: 1), Caller.Product, cancel)).Value?.Enterprises ?? [];
        List<string> units = [county.Region];
        if (enterprises is [var enterprise])
        {
            units.Add(enterprise.Code);
            await Act("clerk", "enterprise-clerk", enterprise.Code, enterprise.Name, OrganisationKind.Enterprise, enterprise.Region, cancel);
        }

        await Act("county", "unit-clerk", county.Region, $"{programme.Regions.Single(region => region.Code == county.Region).Name.Zh}（填报）", OrganisationKind.CountyGovernment, county.Region, cancel);
        if (programme.Places.FirstOrDefault(place => place is { Kind: PlaceKind.Park, Region: not null }) is { } park)
        {
            units.Add(park.Code);
            await Act("park", "unit-clerk", park.Code, park.Name.Zh, OrganisationKind.Park, park.Region!, cancel);
        }

        foreach (var form in programme.Forms)
        {
            var period = Period.LastEnded(form.PeriodKind, today.AddDays(-1));
            var opening = await run.Do(new OpenRound(form.Code, period), Caller.Product, cancel);
            if (!opening.Succeeded(out var round))
                return opening.Problem!.Detail;
            foreach (var unit in units)
                await GiveTime(round.Id, unit, cancel);
            if (form.Of == FormUnits.Enterprise && (await run.Do(new FillReports(form.Code, period, county.Region), Caller.Product, cancel)).Problem is { } unfilled)
                return unfilled.Detail;
        }

        return null;
    }

    // The trial may begin on a day when the round is locked.
    private async Task GiveTime(Guid round, string unit, CancellationToken cancel)
    {
        var found = await run.Do(new GetRound(round, new RoundQuery(RoundFilter.NotReceived, Search: unit)), Caller.Product, cancel);
        foreach (var report in (found.Value?.Units ?? []).Where(report => report.Unit == unit && report.Lock < today))
            await run.Do(new ExtendReport(report.Id, today.AddDays(DaysToTry), today.AddDays(DaysToTry), "试用"), Caller.Product, cancel);
    }

    private async Task Act(string userName, string role, string code, string name, OrganisationKind kind, string region, CancellationToken cancel)
    {
        // Once the organisation is there, the role was given with it.
        if ((await run.Do(new AddOrganisation(code, name, kind, region), Caller.Product, cancel)).Value is not { } added)
            return;
        var person = (await run.Do(new ListPeople(userName), Caller.Product, cancel)).Value!.People.Single(person => person.UserName == userName);
        await run.Do(new GiveRole(person.Id, added.Id, role), Caller.Product, cancel);
    }
}
