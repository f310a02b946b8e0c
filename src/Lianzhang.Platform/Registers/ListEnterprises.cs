using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Registers;

/// <summary>A page of enterprises.</summary>
public sealed record EnterpriseList(IReadOnlyList<EnterpriseRow> Enterprises, int Total, int Page, int PageSize);

/// <summary>Lists the enterprises within one's rights as they stand today, or as they stood on a day.</summary>
public sealed record ListEnterprises(EnterpriseFilter Filter, DateOnly? AsOf = null, int Page = 1, int PageSize = 50) : IRequest<EnterpriseList>;

/// <summary>Counts the same enterprises for each region.</summary>
public sealed record CountEnterprises(EnterpriseFilter Filter, DateOnly? AsOf = null) : IRequest<EnterpriseCounts>;

/// <summary>How many enterprises there are in each region that has any.</summary>
public sealed record EnterpriseCounts(IReadOnlyDictionary<string, int> ByRegion);

internal sealed class ListEnterprisesSlice(FindEnterprises enterprises) : Slice<ListEnterprises, EnterpriseList>
{
    private const int MostOnPage = 500;

    public override Permission Permission { get; } = new("registers.read", Changes: false);

    protected override Problem? Validate(ListEnterprises request) => Paging.Check(request.Page, request.PageSize, MostOnPage) ?? request.Filter.Check();

    protected override async Task<Answer<EnterpriseList>> Handle(ListEnterprises request, CancellationToken cancel)
    {
        if (await enterprises.Words(cancel) is not { } words)
            return RegisterWords.NothingPublished;
        var (rows, total) = await enterprises.Rows(request.Filter, words, request.AsOf, (request.Page - 1) * request.PageSize, request.PageSize, cancel);
        return new EnterpriseList(rows, total, request.Page, request.PageSize);
    }
}

internal sealed class CountEnterprisesSlice(FindEnterprises enterprises) : Slice<CountEnterprises, EnterpriseCounts>
{
    public override Permission Permission { get; } = new("registers.read", Changes: false);

    protected override Problem? Validate(CountEnterprises request) => request.Filter.Check();

    protected override async Task<Answer<EnterpriseCounts>> Handle(CountEnterprises request, CancellationToken cancel) =>
        await enterprises.Words(cancel) is { } words ? new EnterpriseCounts(await enterprises.ByRegion(request.Filter, words, request.AsOf, cancel)) : RegisterWords.NothingPublished;
}
