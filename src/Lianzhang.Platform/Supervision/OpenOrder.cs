using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Supervision;

/// <summary>The order that was opened.</summary>
public sealed record OrderKey(Guid Id);

/// <summary>Opens an order by hand.</summary>
/// <param name="Source">Code of where it comes from, such as a leader's note.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Content">What is asked.</param>
/// <param name="Region">Code of the region.</param>
/// <param name="Owner">The organisation that answers for it; null to assign it later.</param>
/// <param name="Due">The last day; the source's days where it is left out.</param>
public sealed record OpenOrder(string Source, string Title, string Content, string Region, Guid? Owner = null, DateOnly? Due = null) : IRequest<OrderKey>
{
    public override string ToString() => $"{Source} {Title}";
}

internal sealed class OpenOrderSlice(OrderBook book, OrderPeople people, MakeOrder make, TimeProvider time) : Slice<OpenOrder, OrderKey>
{
    private const int LongestTitle = 100;
    private const int LongestContent = 2_000;

    public override Permission Permission { get; } = new(OrderPeople.Manage, Changes: true);

    protected override Problem? Validate(OpenOrder request)
    {
        if (request.Title.Trim().Length is 0 or > LongestTitle || request.Content.Trim().Length is 0 or > LongestContent)
            return Problem.Invalid(($"请填写事项（{LongestTitle} 字以内）和要求（{LongestContent} 字以内）。", $"Write what it is about (up to {LongestTitle} characters) and what is asked (up to {LongestContent})."));
        return request.Due < time.Today() || request.Due > OrderSteps.Farthest(time.Today())
            ? Problem.Invalid(($"期限不能早于今天，不超过 {OrderSteps.MostYears} 年。", $"The deadline cannot lie before today, nor more than {OrderSteps.MostYears} years ahead."))
            : null;
    }

    protected override async Task<Answer<OrderKey>> Handle(OpenOrder request, CancellationToken cancel)
    {
        if (await book.Rules(cancel) is not { } published)
            return OrderBook.NoRules;
        if (published.Programme.Supervision.FindSource(request.Source) is not { } source)
            return Problem.Invalid(("没有这个督办来源。", "There is no such source."));
        if (!published.Programme.IsRegion(request.Region))
            return Problem.Invalid(($"方案中没有地区 {request.Region}。", $"The programme has no region {request.Region}."));
        Organisation? owner = null;
        if (request.Owner is { } id && (owner = await people.FindBody(id, cancel)) is null)
            return Problem.Invalid(("没有这个责任单位。", "There is no such organisation."));
        return new OrderKey((await make.ByHand(published, source, request, owner, cancel)).Id);
    }
}
