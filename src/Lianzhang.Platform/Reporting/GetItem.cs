using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Reporting;

/// <summary>A form that asks an item.</summary>
/// <param name="Code">Code of the form.</param>
/// <param name="Number">Its number as it is printed.</param>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version.</param>
/// <param name="Of">Who fills it in.</param>
/// <param name="Frequency">How often.</param>
/// <param name="Asks">For which months it asks the item.</param>
/// <param name="DueDays">Working days after the period by which it is due.</param>
/// <param name="Minutes">Minutes that the whole form takes.</param>
public sealed record ItemForm(
    string Code, string Number, Text Name, string Version, FormUnits Of, FormFrequency Frequency, IReadOnlyList<AskedPeriod> Asks, int DueDays, int Minutes);

/// <summary>An indicator whose formula names an item.</summary>
public sealed record ItemIndicator(string Code, Text Name, string Formula);

/// <summary>An item that is close to another and is meant to differ from it.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="In">In what they agree.</param>
/// <param name="Definition">What counts and what does not.</param>
public sealed record CloseItem(string Code, Text Name, Likeness In, string? Definition);

/// <summary>Everything that is defined of an item.</summary>
/// <param name="Item">The item.</param>
/// <param name="PublishedAs">Names under which its figures are published.</param>
/// <param name="Forms">The forms that ask it.</param>
/// <param name="Indicators">The indicators that are computed from it, for who may read the programme.</param>
/// <param name="Close">Items that are close and meant to differ.</param>
public sealed record ItemView(ItemRow Item, IReadOnlyList<string> PublishedAs, IReadOnlyList<ItemForm> Forms, IReadOnlyList<ItemIndicator> Indicators, IReadOnlyList<CloseItem> Close);

/// <summary>Reads an item of the programme in force.</summary>
public sealed record GetItem(string Code) : IRequest<ItemView>;

internal sealed class GetItemSlice(ItemBook book, CurrentCaller caller, TimeProvider time) : Slice<GetItem, ItemView>
{
    // What is judged is none of the business of who fills in.
    private static readonly Permission ReadProgramme = new("programmes.read", Changes: false);

    public override Permission Permission { get; } = new("items.read", Changes: false);

    protected override async Task<Answer<ItemView>> Handle(GetItem request, CancellationToken cancel)
    {
        if (await book.Programme(cancel) is not { } programme)
            return ItemBook.NothingPublished;
        if (programme.FindItem(request.Code) is not { } item)
            return Problem.NotFound(($"没有数据项 {request.Code}。", $"There is no item {request.Code}."));
        var asked = programme.Forms.SelectMany(AskedItems.Of).Where(asked => asked.Item == item.Code).GroupBy(asked => asked.Form).ToList();
        var mayReadProgramme = caller.Rights.Find(ReadProgramme, Subject.Whole, time.Today()) is not null;
        return new ItemView(
            ItemBook.Row(programme, item, [.. asked.Select(form => form.Key)]),
            item.PublishedAs ?? [],
            [.. asked.Select(form => Form(form.Key, [.. form.Select(one => one.Asks).Distinct()]))],
            mayReadProgramme ? [.. programme.Indicators.Where(indicator => programme.Formulas.GetValueOrDefault(indicator.Code)?.Items.Contains(item.Code) == true).Select(indicator => new ItemIndicator(indicator.Code, indicator.Name, indicator.Formula!))] : [],
            Close(programme, item));
    }

    private static ItemForm Form(FormDefinition form, IReadOnlyList<AskedPeriod> asks) =>
        new(form.Code, form.Number, form.Name, form.Version, form.Of, form.Frequency, asks, form.DueDays, form.Minutes);

    private static List<CloseItem> Close(Programme programme, Item item) =>
    [
        .. from other in programme.Items
           let likeness = CloseItems.Between(item, other)
           where likeness is not null
           select new CloseItem(other.Code, other.Name, likeness.Value, other.Definition),
    ];
}
