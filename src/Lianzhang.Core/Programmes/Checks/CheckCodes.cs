using Lianzhang.Core.Programmes.Yaml;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Programmes.Checks;

/// <summary>Every code is declared once, and every code that is named is declared.</summary>
internal sealed class CheckCodes
{
    private readonly Draft draft;
    private readonly CodeSet documents;
    private readonly CodeSet organisations;
    private readonly CodeSet regions;
    private readonly CodeSet places;
    private readonly CodeSet industries;
    private readonly CodeSet indicators;
    private readonly CodeSet measures;
    private readonly CodeSet items;
    private readonly CodeSet attributes;
    private readonly CodeSet ruleSets;
    private readonly CodeSet titles;
    private readonly CodeSet forms;
    private readonly CodeSet levels;
    private readonly CodeSet appeals;
    private readonly CodeSet urgencies;
    private readonly CodeSet themes;

    public CheckCodes(Draft draft)
    {
        this.draft = draft;
        documents = draft.Codes(FileNames.Programme, "documents", ("文件", "document"));
        organisations = draft.Codes(FileNames.Programme, "organisations", ("单位", "organisation"));
        regions = draft.Codes(FileNames.Regions, "regions", ("地区", "region"));
        places = draft.Codes(FileNames.Regions, "places", ("地点", "place"));
        industries = draft.Codes(FileNames.Industries, "industries", ("产业", "industry"));
        items = draft.Codes(FileNames.Items, "items", ("数据项", "item"));
        attributes = draft.Codes(FileNames.Items, "attributes", ("属性", "attribute"));
        indicators = draft.Codes(FileNames.Indicators, "indicators", ("指标", "indicator"));
        measures = draft.Codes(FileNames.Measures, "measures", ("举措", "measure"));
        ruleSets = draft.Codes(FileNames.Lights, "rule_sets", ("亮灯规则", "rule set"));
        titles = draft.Codes(FileNames.Titles, "titles", ("称号", "title"));
        forms = draft.Codes(FileNames.Forms, "forms", ("报表", "form"));
        levels = draft.Codes(FileNames.Supervision, "levels", ("督办级别", "level"));
        appeals = draft.Codes(FileNames.Appeals, "kinds", ("诉求类别", "kind of appeal"));
        themes = draft.Codes(FileNames.Inspections, "themes", ("检查主题", "theme of inspections"));
        urgencies = draft.Codes(FileNames.Appeals, "urgencies", ("紧急程度", "level of urgency"));
    }

    public void Check()
    {
        foreach (var set in (CodeSet[])[documents, organisations, regions.With(places), industries, items, attributes, indicators, measures, ruleSets, titles, forms, levels, appeals, urgencies, themes, draft.Codes(FileNames.Supervision, "rules", ("触发规则", "rule")), draft.Codes(FileNames.Supervision, "sources", ("督办来源", "source")), draft.Codes(FileNames.Assessment, "plans", ("考核方案", "plan of assessment"))])
            Unique(set);
        Head();
        foreach (var target in draft.Targets?.Targets ?? [])
            OfTarget(target);
        foreach (var measure in draft.Measures?.Measures ?? [])
            OfMeasure(measure);
        if (draft.Lights is { } lights)
            OfLights(lights);
        foreach (var title in draft.Titles?.Titles ?? [])
            KnownEach(title, "rests_on", title.RestsOn, titles);
        foreach (var form in draft.Forms?.Forms ?? [])
            OfForm(form);
        if (draft.Supervision is { } supervision)
            OfSupervision(supervision);
        foreach (var kind in draft.Appeals?.Kinds ?? [])
            Known(kind, "route_to", kind.RouteTo, organisations);
    }

    private void Head()
    {
        if (draft.Head is { } head)
            Known(head, "region", head.Region, regions);
        foreach (var region in draft.Regions?.Regions ?? [])
        {
            Known(region, "parent", region.Parent, regions);
            KnownEach(region, "successors", region.Successors, regions);
        }

        foreach (var place in draft.Regions?.Places ?? [])
            Known(place, "region", place.Region, regions);
        foreach (var industry in draft.Industries?.Industries ?? [])
            Known(industry, "parent", industry.Parent, industries);
        foreach (var item in draft.Items?.Items ?? [])
        {
            Known(item, "owner", item.Owner, organisations);
            KnownEach(item, "differs_from", item.DiffersFrom, items);
        }

        foreach (var indicator in draft.Indicators?.Indicators ?? [])
        {
            Known(indicator, "owner", indicator.Owner, organisations);
            Known(indicator, "industry", indicator.Industry, industries);
        }
    }

    private void OfTarget(Target target)
    {
        Known(target, "indicator", target.Indicator, indicators);
        Known(target.Cite, "document", target.Cite.Document, documents);
        Known(target, "region", target.Region, regions);
        Known(target, "industry", target.Industry, industries);
        foreach (var verdict in target.Verdicts ?? [])
            Known(verdict, "by", verdict.By, organisations);
    }

    private void OfMeasure(Measure measure)
    {
        Known(measure, "owner", measure.Owner, organisations);
        Known(measure, "parent", measure.Parent, measures);
        Known(measure.Cite, "document", measure.Cite.Document, documents);
        KnownEach(measure, "co_owners", measure.CoOwners, organisations);
        KnownEach(measure, "serves", measure.Serves, indicators);
        KnownEach(measure, "places", measure.Places, regions.With(places));
    }

    private void OfSupervision(SupervisionFile file)
    {
        foreach (var rule in file.Rules)
        {
            Known(rule, "level", rule.Level, levels);
            KnownEach(rule, "indicators", rule.Indicators, indicators);
            KnownEach(rule, "forms", rule.Forms, forms);
        }

        foreach (var source in file.Sources)
            Known(source, "level", source.Level, levels);
        foreach (var consequence in file.Consequences ?? [])
            Known(consequence, "level", consequence.Level, levels);
    }

    private void OfLights(LightsFile lights)
    {
        Known(lights, "use", lights.Use, ruleSets);
        KnownEach(lights, "measures", lights.Measures, ruleSets);
    }

    private void OfForm(FormDefinition form)
    {
        Known(form, "owner", form.Owner, organisations);
        foreach (var section in form.Sections)
        {
            foreach (var column in section.Columns)
                Known(column, "total", column.Total, items);
            foreach (var row in section.Rows ?? [])
            {
                Known(row, "item", row.Item, items);
                foreach (var cell in row.Cells ?? [])
                    Known(cell, "item", cell.Item, items);
            }
        }
    }

    private void Unique(CodeSet set)
    {
        foreach (var again in set.Declared.GroupBy(code => code.Text).SelectMany(group => group.Skip(1)))
        {
            draft.Faults.Add(new Fault(again.At, (
                $"{set.Noun.Zh}编码 {again.Text} 重复，首次出现于 {First(set, again)}",
                $"duplicate {set.Noun.En} code {again.Text}, first given at {First(set, again)}")));
        }
    }

    private static string First(CodeSet set, YamlText again)
    {
        var first = set.Declared.First(code => code.Text == again.Text).At;
        return $"{first.File[(first.File.LastIndexOf('/') + 1)..]}:{first.Line}";
    }

    private void Known(object record, string key, string? code, CodeSet set)
    {
        if (code is not null && !set.Knows(code))
            draft.Fault(record, key, Unknown(code, set));
    }

    private void KnownEach(object record, string key, IReadOnlyList<string>? codes, CodeSet set)
    {
        for (var i = 0; i < (codes?.Count ?? 0); i++)
        {
            if (set.Knows(codes![i]))
                continue;
            var at = draft.Sources.Of(record, key) is YamlList list ? list.Items[i].At : draft.Sources.At(record, key);
            draft.Faults.Add(new Fault(at, Unknown(codes[i], set)));
        }
    }

    private static Text Unknown(string code, CodeSet set)
    {
        var hint = Nearest.Hint(code, set.Codes);
        return ($"未知的{set.Noun.Zh} {code}{hint.Zh}", $"unknown {set.Noun.En} {code}{hint.En}");
    }
}
