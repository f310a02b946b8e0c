using Lianzhang.Core.Facts;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Reporting;

/// <summary>Who reports an item.</summary>
public enum ItemReporter
{
    Enterprise,
    Park,
    County,

    /// <summary>It is published, or counted by the product.</summary>
    Nobody,
}

/// <summary>An item as lists show it.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">How its values behave over time.</param>
/// <param name="OverRegions">How they behave over regions.</param>
/// <param name="Unit">The unit in which it is kept.</param>
/// <param name="Owner">Code of the body that owes it.</param>
/// <param name="OwnerName">The body's name.</param>
/// <param name="ReportedBy">Which kinds of units report it.</param>
/// <param name="Forms">The names of the forms that ask it.</param>
/// <param name="Definition">What counts and what does not.</param>
public sealed record ItemRow(
    string Code, Text Name, ItemKind Kind, RegionRule OverRegions, Unit Unit, string? Owner, Text? OwnerName, IReadOnlyList<FormUnits> ReportedBy, IReadOnlyList<Text> Forms, string? Definition);

/// <summary>A body that owes items, with how many.</summary>
public sealed record ItemOwner(string Code, Text Name, int Items);

/// <summary>Which items are asked for.</summary>
/// <param name="Search">Part of the name, of the definition or of a published name, or how the code begins.</param>
/// <param name="Owner">Code of the body that owes them.</param>
/// <param name="Kind">How they behave over time.</param>
/// <param name="By">Who reports them.</param>
public sealed record ItemQuery(string? Search = null, string? Owner = null, ItemKind? Kind = null, ItemReporter? By = null);

/// <summary>A page of items.</summary>
/// <param name="Items">The items.</param>
/// <param name="Total">How many there are.</param>
/// <param name="Page">The page.</param>
/// <param name="PageSize">How many on a page.</param>
/// <param name="Owners">The bodies that owe any item.</param>
public sealed record ItemPage(IReadOnlyList<ItemRow> Items, int Total, int Page, int PageSize, IReadOnlyList<ItemOwner> Owners);

/// <summary>Lists the items of the programme in force, in its order.</summary>
public sealed record ListItems(ItemQuery Query, int Page = 1, int PageSize = 50) : IRequest<ItemPage>;

internal sealed class ListItemsSlice(ItemBook book) : Slice<ListItems, ItemPage>
{
    private const int MostOnPage = 200;

    public override Permission Permission { get; } = new("items.read", Changes: false);

    protected override Problem? Validate(ListItems request) => Paging.Check(request.Page, request.PageSize, MostOnPage);

    protected override async Task<Answer<ItemPage>> Handle(ListItems request, CancellationToken cancel)
    {
        if (await book.Programme(cancel) is not { } programme)
            return ItemBook.NothingPublished;
        var rows = ItemBook.Rows(programme, request.Query);
        return new ItemPage([.. rows.Skip((request.Page - 1) * request.PageSize).Take(request.PageSize)], rows.Count, request.Page, request.PageSize, Owners(programme));
    }

    private static List<ItemOwner> Owners(Programme programme) => [.. programme.Head.Organisations
        .Select(owner => new ItemOwner(owner.Code, owner.Name, programme.Items.Count(item => item.Owner == owner.Code)))
        .Where(owner => owner.Items > 0)];
}

/// <summary>Finds items in the programme in force.</summary>
internal sealed class ItemBook(PublishedProgrammes programmes)
{
    public static Problem NothingPublished { get; } = Problem.NotFound(("没有已发布的方案。", "No programme is published."));

    /// <summary>The programme in force; null when none is published.</summary>
    public async Task<Programme?> Programme(CancellationToken cancel) => (await programmes.Find(null, cancel))?.Programme;

    /// <summary>The items that a query asks for, in the order of the programme.</summary>
    public static IReadOnlyList<ItemRow> Rows(Programme programme, ItemQuery query)
    {
        var asked = programme.Forms.SelectMany(AskedItems.Of).ToLookup(asked => asked.Item, asked => asked.Form);
        return [.. programme.Items
            .Where(item => Says(item, query.Search?.Trim()) && (query.Owner is null || item.Owner == query.Owner) && (query.Kind is null || item.Kind == query.Kind))
            .Select(item => Row(programme, item, [.. asked[item.Code].Distinct()]))
            .Where(row => query.By is not { } by || IsBy(row, by))];
    }

    public static ItemRow Row(Programme programme, Item item, IReadOnlyList<FormDefinition> forms) => new(
        item.Code, item.Name, item.Kind, item.Adding, item.Unit, item.Owner, item.Owner is { } owner ? programme.OrganisationName(owner) : null,
        [.. forms.Select(form => form.Of).Distinct()], [.. forms.Select(form => form.Name)], item.Definition);

    private static bool Says(Item item, string? search) => string.IsNullOrEmpty(search)
        || item.Code.StartsWith(search, StringComparison.OrdinalIgnoreCase)
        || ((string?[])[item.Name.Zh, item.Name.En, item.Definition, .. item.PublishedAs ?? []]).Any(text => text?.Contains(search, StringComparison.OrdinalIgnoreCase) == true);

    private static bool IsBy(ItemRow row, ItemReporter by) => by switch
    {
        ItemReporter.Enterprise => row.ReportedBy.Contains(FormUnits.Enterprise),
        ItemReporter.Park => row.ReportedBy.Contains(FormUnits.Park),
        ItemReporter.County => row.ReportedBy.Contains(FormUnits.County),
        ItemReporter.Nobody => row.ReportedBy.Count == 0,
    };
}
