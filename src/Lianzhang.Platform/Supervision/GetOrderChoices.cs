using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Supervision;

/// <summary>A thing to choose, by code and name.</summary>
public sealed record OrderChoice(string Code, Text Name);

/// <summary>What an order that is opened by hand, or assigned, can be given.</summary>
public sealed record OrderChoices(IReadOnlyList<OrderSource> Sources, IReadOnlyList<OrderChoice> Regions, IReadOnlyList<OrderChoice> Owners);

/// <summary>Asks what can be chosen for an order.</summary>
public sealed record GetOrderChoices : IRequest<OrderChoices>;

internal sealed class GetOrderChoicesSlice(LianzhangDb db, OrderBook book, TimeProvider time) : Slice<GetOrderChoices, OrderChoices>
{
    public override Permission Permission { get; } = new(OrderPeople.Manage, Changes: false);

    protected override async Task<Answer<OrderChoices>> Handle(GetOrderChoices request, CancellationToken cancel)
    {
        if (await book.Rules(cancel) is not { } published)
            return OrderBook.NoRules;
        var today = time.Today();
        // Enterprises are no bodies of government: orders are not for them.
        var owners = await db.Set<Identity.Organisation>().AsNoTracking().Where(one => one.Kind != OrganisationKind.Enterprise && (one.To == null || one.To >= today))
            .OrderBy(one => one.Region).ThenBy(one => one.Name).Select(one => new { one.Id, one.Name }).ToListAsync(cancel);
        return new OrderChoices(
            published.Programme.Supervision.Sources,
            [.. published.Programme.Regions.Where(region => region.To is null).Select(region => new OrderChoice(region.Code, region.Name))],
            [.. owners.Select(owner => new OrderChoice(owner.Id.ToString(), new Text(owner.Name)))]);
    }
}
