namespace Lianzhang.Core.Programmes.Checks;

/// <summary>Forms can be drawn and filled in, ask each item of a unit but once, and are for units that can be told.</summary>
internal static class CheckForms
{
    private const int MostRepeated = 50;
    private const int MostMinutes = 480;

    /// <summary>The checked rules of whom each form is for.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<UnitCondition>> Check(Draft draft)
    {
        var forms = (draft.Forms?.Forms ?? []).DistinctBy(form => form.Code).ToList();
        foreach (var form in forms)
            OfOne(draft, form);
        AskedOnce(draft, forms);
        if (draft is not { Regions: { } regions, Industries.Industries: { } industries, Items: { } items, Indicators.Indicators: { } indicators })
            return new Dictionary<string, IReadOnlyList<UnitCondition>>();
        foreach (var rule in forms.SelectMany(form => form.Who ?? []).Where(rule => rule.Formula is not null))
            draft.Fault(rule, "formula", ("报表的填报范围只看单位的属性，不写公式", "whom a form is for is told by attributes, not by a formula"));
        var rules = new CheckUnitRules(draft.Sources, draft.Faults, BuildCatalogue.Of(regions, industries, items, indicators), _ => true);
        return forms.ToDictionary(form => form.Code, form => rules.Check(form.Who ?? []));
    }

    private static void OfOne(Draft draft, FormDefinition form)
    {
        if (form.DueDays < 1 || form.LockDays < form.DueDays)
            draft.Fault(form, "due_days", ("报送期限至少为期后 1 个工作日，锁定不早于报送期限", "it is due at least one working day after the period, and locked no earlier than it is due"));
        if (form.Minutes is < 1 or > MostMinutes)
            draft.Fault(form, "minutes", ($"填报用时应为 1 至 {MostMinutes} 分钟", $"it takes 1 to {MostMinutes} minutes"));
        if (form.Sections.Count == 0)
            draft.Fault(form, "sections", ("至少要有一个部分", "at least one section"));
        Unique(draft, form.Sections, section => section.Code, "部分", "section");
        Unique(draft, [.. form.Sections.SelectMany(section => section.Rows ?? [])], row => row.Code, "行", "row");
        Unique(draft, form.Checks ?? [], check => check.Code, "审核关系", "check");
        foreach (var section in form.Sections)
            OfSection(draft, section);
    }

    private static void Unique<T>(Draft draft, IReadOnlyList<T> entries, Func<T, string> code, string zh, string en)
        where T : class
    {
        foreach (var again in entries.GroupBy(code).SelectMany(group => group.Skip(1)))
            draft.Fault(again, "code", ($"{zh}编码 {code(again)} 在本表中重复", $"duplicate {en} code {code(again)} in the form"));
    }

    private static void OfSection(Draft draft, FormSection section)
    {
        Unique(draft, section.Columns, column => column.Code, "列", "column");
        NoPoint(draft, section, section.Code);
        foreach (var column in section.Columns)
            NoPoint(draft, column, column.Code);
        foreach (var row in section.Rows ?? [])
            NoPoint(draft, row, row.Code);
        if ((section.Rows is null) == (section.Repeat is null))
            draft.Fault(section, "code", ("一个部分须写 rows 或 repeat 之一", "a section has either rows or repeat"));
        if (section.Repeat is { } repeat && (repeat.Most is < 1 or > MostRepeated || repeat.Least < 0 || repeat.Least > repeat.Most))
            draft.Fault(repeat, "most", ($"可增行数应为 1 至 {MostRepeated}，最少行数不超过最多行数", $"1 to {MostRepeated} rows can be added, the least not above the most"));
        foreach (var column in section.Columns)
            OfColumn(draft, section, column);
        foreach (var row in section.Rows ?? [])
            OfRow(draft, section, row);
    }

    // A point parts the codes in the key of a cell.
    private static void NoPoint(Draft draft, object entry, string code)
    {
        if (code.Contains('.', StringComparison.Ordinal))
            draft.Fault(entry, "code", ($"编码 {code} 不能含小数点", $"the code {code} must not have a point in it"));
    }

    private static void OfColumn(Draft draft, FormSection section, FormColumn column)
    {
        if (column.Heading.Count == 0)
            draft.Fault(column, "heading", ("列须有标题", "a column has a heading"));
        if (section.Repeat is null && (column.Kind != CellKind.Number || column.Unit is not null || column.Options is not null || column.Total is not null))
            draft.Fault(column, "code", ("kind、unit、options、total 只用于可增行的表", "kind, unit, options and total belong to a table of repeated rows"));
        if (section.Repeat is null)
            return;
        if ((column.Kind == CellKind.Choice) != (column.Options is { Count: > 0 }))
            draft.Fault(column, "options", ("选择列须列出选项，其他列不写选项", "a column of choices lists its options, others have none"));
        if ((column.Kind == CellKind.Number) != (column.Unit is not null))
            draft.Fault(column, "unit", ("数字列须写单位，其他列不写", "a column of numbers has a unit, others have none"));
        if (column.Total is not { } total || draft.Items?.Items.FirstOrDefault(item => item.Code == total) is not { } item)
            return;
        if (column.Kind != CellKind.Number || (column.Unit is { } unit && unit.Dimension != item.Unit.Dimension))
            draft.Fault(column, "total", ($"合计的数据项 {total} 计量单位为{item.Unit}，与本列不符", $"the item {total} is measured in {item.Unit}, the column is not"));
    }

    private static void OfRow(Draft draft, FormSection section, FormRow row)
    {
        var columns = section.Columns.Select(column => column.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var cell in (row.Cells ?? []).Where(cell => !columns.Contains(cell.Column)))
            draft.Fault(cell, "column", ($"本部分没有列 {cell.Column}", $"the section has no column {cell.Column}"));
        foreach (var grey in (row.Grey ?? []).Where(grey => !columns.Contains(grey)))
            draft.Fault(row, "grey", ($"本部分没有列 {grey}", $"the section has no column {grey}"));
        if (row.Item is not null && row.Cells is not null)
            draft.Fault(row, "cells", ("item 与 cells 只写一种", "write item or cells, not both"));
        if (row.Kind != CellKind.Number && (row.Item ?? (object?)row.Cells) is not null)
            draft.Fault(row, "kind", ("文字行和选择行不对应数据项", "rows of text or choices ask for no item"));
        if ((row.Kind == CellKind.Choice) != (row.Options is { Count: > 0 }))
            draft.Fault(row, "options", ("选择行须列出选项，其他行不写选项", "a row of choices lists its options, others have none"));
    }

    private static void AskedOnce(Draft draft, IReadOnlyList<FormDefinition> forms)
    {
        foreach (var (first, again) in AskedItems.Twice(forms))
        {
            draft.Fault(again.At, "item", (
                $"数据项 {again.Item} 已在“{first.Form.Name.Zh}”中填报，一数只报一次：请删去，或由已报数据汇总取得",
                $"the item {again.Item} is asked in '{first.Form.Name.En}' already; what is asked once is taken from there"));
        }
    }
}
