using Lianzhang.Core.Facts;
using Lianzhang.Core.Registers;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Registers;

/// <summary>What becomes of a value.</summary>
public enum ValueChange
{
    /// <summary>The attribute has it and no other; without a value it has none.</summary>
    Set,

    /// <summary>The attribute has it beside others.</summary>
    Join,

    /// <summary>The attribute has it no longer.</summary>
    Leave,
}

/// <summary>A change of one attribute.</summary>
public sealed record AttributeChange(string Attribute, string? Value, ValueChange Change = ValueChange.Set)
{
    public override string ToString() => $"{Change} {Attribute} {Value}";
}

/// <summary>Changes what is true of an enterprise from a day on; what was true before stays so.</summary>
/// <param name="Code">Its credit code.</param>
/// <param name="From">The first day of the change.</param>
/// <param name="Changes">What changes.</param>
/// <param name="ByClass">With a new class, also take the industry and the share that it belongs to by the programme.</param>
public sealed record EditEnterprise(string Code, DateOnly From, IReadOnlyList<AttributeChange> Changes, bool ByClass = false) : IRequest<EnterpriseCode>
{
    public override string ToString() => $"{nameof(EditEnterprise)} {{ Code = {Code}, From = {From:yyyy-MM-dd}, Changes = {string.Join("; ", Changes)} }}";
}

internal sealed class EditEnterpriseSlice(LianzhangDb db, RegisterWords register, UnitBook book, CurrentCaller caller, TimeProvider time) : Slice<EditEnterprise, EnterpriseCode>
{
    public override Permission Permission { get; } = new("registers.edit", Changes: true);

    protected override Problem? Validate(EditEnterprise request) =>
        request.Changes.Count == 0 ? Problem.Invalid(("没有要变更的内容。", "There is nothing to change."))
        : request.Changes.Any(change => !Fits(change)) ? Problem.Invalid(("变更方式与属性不符。", "The attribute cannot be changed in that way."))
        : null;

    protected override async Task<Answer<EnterpriseCode>> Handle(EditEnterprise request, CancellationToken cancel)
    {
        if (await register.Load(cancel) is not { } words)
            return RegisterWords.NothingPublished;
        if (await Enterprises.Find(db, request.Code, cancel) is not { } unit)
            return Enterprises.NotThere(request.Code);
        if (unit.Status == UnitStatus.Merged)
            return Problem.Invalid(("该企业已并入其他企业，不能再变更。", "The enterprise was merged into another and cannot be changed."));
        var pages = await book.Open(unit, cancel);
        var changes = WithClass(request, words);
        if (Refused(changes, request.From, pages, words) is { } refused)
            return refused;
        var told = changes.Select(change => Apply(change, request.From, pages, words)).OfType<Text>().ToList();
        if (told.Count == 0)
            return Problem.Invalid(("与已登记的相同，没有变更。", "That is recorded already; nothing was changed."));
        book.Note(unit.Id, (
            $"自 {request.From:yyyy-MM-dd} 起：{string.Join("；", told.Select(text => text.Zh))}",
            $"from {request.From:yyyy-MM-dd} on: {string.Join("; ", told.Select(text => text.In(Language.English)))}"));
        return new EnterpriseCode(unit.Code);
    }

    // Of one value at a time a unit must have a name, a region and a status; it may be without the others.
    private static bool Fits(AttributeChange change) => change.Change == ValueChange.Set
        ? UnitAttributes.Single.Contains(change.Attribute) && (!string.IsNullOrWhiteSpace(change.Value) || change.Attribute is UnitAttributes.Industry or UnitAttributes.Gb or UnitAttributes.Sei or UnitAttributes.Size)
        : UnitAttributes.Several.Contains(change.Attribute) && !string.IsNullOrWhiteSpace(change.Value);

    private static IReadOnlyList<AttributeChange> WithClass(EditEnterprise request, UnitWords words)
    {
        if (!request.ByClass || request.Changes.FirstOrDefault(change => change is { Attribute: UnitAttributes.Gb, Value: not null }) is not { } gb)
            return request.Changes;
        var claim = new IndustryOfGb(words.Programme.Industries).Of(gb.Value!.Trim());
        return
        [
            .. request.Changes.Where(change => change.Attribute is not (UnitAttributes.Industry or UnitAttributes.Sei)),
            new AttributeChange(UnitAttributes.Industry, claim?.Industry),
            new AttributeChange(UnitAttributes.Sei, SharesOfClaims.Of(claim).ToString().ToLowerInvariant()),
        ];
    }

    private Problem? Refused(IReadOnlyList<AttributeChange> changes, DateOnly from, UnitPages pages, UnitWords words)
    {
        var check = new CheckAttributes(words, time.Today());
        if (check.Day(from) is { } day)
            return EnterpriseProblems.Of(day);
        if (pages.Values.Select(value => value.From).Order().Cast<DateOnly?>().FirstOrDefault() is { } first && from < first)
            return Problem.Invalid(($"该企业最早的登记自 {first:yyyy-MM-dd} 起，变更不能早于这一天。", $"The enterprise is registered from {first:yyyy-MM-dd} on; nothing can change before."));
        foreach (var change in changes.Where(change => !string.IsNullOrWhiteSpace(change.Value)))
        {
            if (change.Change == ValueChange.Leave)
            {
                if (!pages.Values.Any(value => value.Attribute == change.Attribute && value.Value == change.Value && (value.To is null || value.To >= from)))
                    return Problem.Invalid(($"这一天起没有可退出的{UnitWords.Attribute(change.Attribute).Zh} {words.Value(change.Attribute, change.Value!).Zh}。", $"From that day on there is no {change.Attribute} {change.Value} to leave."));
            }
            else if (check.Fault(change.Attribute, change.Value!.Trim(), from) is { } fault)
            {
                return EnterpriseProblems.Of(fault);
            }

            if (change.Attribute == UnitAttributes.Region && !caller.Sight.Covers(new Subject(Region: change.Value)))
                return Problem.Invalid(("迁往权限范围以外的地区，请由上级登记。", "A move to a region outside your rights is recorded by those whose rights reach both."));
        }

        return null;
    }

    // Null when it was so already.
    private static Text? Apply(AttributeChange change, DateOnly from, UnitPages pages, UnitWords words)
    {
        var value = string.IsNullOrWhiteSpace(change.Value) || change is { Attribute: UnitAttributes.Sei, Value: "none" } ? null : change.Value.Trim();
        var before = pages.Values.FirstOrDefault(held => held.Attribute == change.Attribute && held.HoldsAt(from));
        var later = pages.Values.Where(held => held.Attribute == change.Attribute && held.From > from).ToList();
        var name = UnitWords.Attribute(change.Attribute);
        var isChanged = change.Change switch
        {
            ValueChange.Set => pages.Set(change.Attribute, value, from),
            ValueChange.Join => pages.Join(change.Attribute, value!, from),
            ValueChange.Leave => pages.Leave(change.Attribute, value!, from),
        };
        if (!isChanged)
            return null;
        var shown = value is null ? new Text("无", "none") : words.Value(change.Attribute, value);
        return change.Change switch
        {
            ValueChange.Join => ($"加入{name.Zh} {shown.Zh}", $"joins {name.In(Language.English)} {shown.In(Language.English)}"),
            ValueChange.Leave => ($"退出{name.Zh} {shown.Zh}", $"leaves {name.In(Language.English)} {shown.In(Language.English)}"),
            ValueChange.Set => Set(name, before is null ? null : words.Value(change.Attribute, before.Value), shown, later.Count),
        };
    }

    // What was recorded of later days and now is not so is said, since it was perhaps not meant.
    private static Text Set(Text name, Text? before, Text after, int later)
    {
        var (laterZh, laterEn) = later == 0 ? (string.Empty, string.Empty) : ($"（此后已登记的 {later} 项一并更正）", $" (in place of {later} recorded of later days)");
        return before is { } was
            ? ($"{name.Zh}由 {was.Zh} 改为 {after.Zh}{laterZh}", $"{name.In(Language.English)} from {was.In(Language.English)} to {after.In(Language.English)}{laterEn}")
            : ($"{name.Zh}为 {after.Zh}{laterZh}", $"{name.In(Language.English)} {after.In(Language.English)}{laterEn}");
    }
}
