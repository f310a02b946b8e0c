using Lianzhang.Core.Facts;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Formulas.Functions;

internal sealed class PublishedValue : Function
{
    public override string Name => "value";

    public override string Syntax => "value(item)  value(item in place)";

    public override Text Description => ("本地或指定地区的公布数", "the published figure of an item for the board's place, or for another");

    public override IReadOnlyList<Parameter> Parameters { get; } = [new(ParameterKind.Figure)];

    public override Shape? Check(Call call, Checker checker)
    {
        var figure = (FigureName)call.Arguments[0];
        if (figure.Place is { } place && !checker.Catalogue.Places.Contains(place.Code))
            checker.Unknown(place, ("地区", "place"), checker.Catalogue.Places);
        return checker.Item(figure.Item) is { } item ? Shape.Of(item.Unit, item.Kind == ItemKind.Flow ? OverTime.AddsUp : OverTime.DoesNot) : null;
    }

    public override Reading Evaluate(Call call, Evaluator evaluator, Scope scope) => evaluator.Figure((FigureName)call.Arguments[0], scope);

    public override string InWords(Call call, Wording words)
    {
        var figure = (FigureName)call.Arguments[0];
        var item = words.Name(figure.Item);
        return figure.Place is null ? item : words.Say($"{words.Name(figure.Place)}{item}", $"{item} of {words.Name(figure.Place)}");
    }
}
