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
    /// <summary>Null when done, else what stood in the way.</summary>
    public async Task<Text?> Fill(CancellationToken cancel)
    {
        var county = (await run.Do(new ListOrganisations("demo-county"), Caller.Product, cancel)).Value!.Organisations.Single();
        var enterprises = (await run.Do(new ListEnterprises(new EnterpriseFilter(Region: county.Region, Industry: "sei", Size: "medium", Title: "high_tech"), PageSize: 1), Caller.Product, cancel)).Value?.Enterprises ?? [];
        if (enterprises is [var enterprise])
            await Act("clerk", "enterprise-clerk", enterprise.Code, enterprise.Name, OrganisationKind.Enterprise, enterprise.Region, cancel);
        await Act("county", "unit-clerk", county.Region, $"{programme.Regions.Single(region => region.Code == county.Region).Name.Zh}（填报）", OrganisationKind.CountyGovernment, county.Region, cancel);
        if (programme.Places.FirstOrDefault(place => place is { Kind: PlaceKind.Park, Region: not null }) is { } park)
            await Act("park", "unit-clerk", park.Code, park.Name.Zh, OrganisationKind.Park, park.Region!, cancel);
        foreach (var form in programme.Forms)
        {
            var period = Period.LastEnded(form.PeriodKind, today);
            if ((await run.Do(new OpenRound(form.Code, period), Caller.Product, cancel)).Problem is { } closed)
                return closed.Detail;
            if (form.Of == FormUnits.Enterprise && (await run.Do(new FillReports(form.Code, period, county.Region), Caller.Product, cancel)).Problem is { } unfilled)
                return unfilled.Detail;
        }

        return null;
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
