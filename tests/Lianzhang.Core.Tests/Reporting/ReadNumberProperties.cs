using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Lianzhang.Core.Reporting;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Tests.Reporting;

public sealed class ReadNumberProperties
{
    private static readonly string[] Units = ["", "元", "万元", "亿元", "%", "‰", "家", "亩", "平方米", "万元/亩", "吨标准煤", "千瓦时", "倍"];

    private static readonly Gen<decimal> Amount =
        from whole in Gen.OneOf(Gen.Choose(-1_000_000, 1_000_000).Select(n => (decimal)n), Gen.Choose(-900_000, 900_000).Select(n => n * 100_000m))
        from part in Gen.Choose(0, 9_999)
        select Math.Clamp(whole + (part / 10_000m), -ReadNumber.Largest, ReadNumber.Largest);

    [Property(MaxTest = 1000)]
    public Property What_is_printed_reads_back_the_same() => Prop.ForAll(
        (from amount in Amount
         from thousands in Gen.Elements(true, false)
         from wide in Gen.Elements(true, false)
         from around in Gen.Elements("", " ", "\u3000", "\t ")
         from unit in Gen.Elements(Units)
         from written in Gen.Elements(true, false)
         select (amount, thousands, wide, around, unit, written)).ToArbitrary(),
        sample =>
        {
            var printed = sample.thousands ? sample.amount.ToString("#,##0.####", CultureInfo.InvariantCulture) : Quantity.Number(sample.amount);
            var text = sample.around + (sample.wide ? Wide(printed) : printed) + (sample.written ? sample.around + sample.unit : "") + sample.around;
            return (ReadNumber.Of(text, Unit.Parse(sample.unit)) == ReportedNumber.Of(sample.amount)).Label(text);
        });

    [Property(MaxTest = 1000)]
    public Property Any_text_is_read_within_the_bounds_or_refused_in_both_languages(string? text) => Prop.ForAll(
        (from parts in Gen.Elements("1", "23", "456", ",", ".", "-", "(", ")", "e", "%", "亿元", "万", "亩", " ", "\u3000", "５", "000000000000").ListOf(6)
         from unit in Gen.Elements(Units)
         select (parts, unit)).ToArbitrary(),
        sample =>
        {
            var read = ReadNumber.Of(string.Concat(sample.parts) + text, Unit.Parse(sample.unit));
            return read.Amount is { } amount
                ? read.Refusal is null && Math.Abs(amount) <= ReadNumber.Largest && decimal.Round(amount, ReadNumber.MostDecimals) == amount
                : read.Refusal is { Zh.Length: > 0, En.Length: > 0 };
        });

    [Property(MaxTest = 500)]
    public Property A_unit_behind_says_the_same_as_the_amount_in_the_unit_asked_for() => Prop.ForAll(
        (from amount in Gen.Choose(-1_000_000, 1_000_000) from units in Gen.Elements(("亿元", "万元", 10_000m), ("万元", "元", 10_000m), ("万家", "家", 10_000m), ("%", "‰", 10m), ("公顷", "亩", 15m)) select (amount, units)).ToArbitrary(),
        sample => ReadNumber.Of($"{sample.amount}{sample.units.Item1}", Unit.Parse(sample.units.Item2)) == ReportedNumber.Of(sample.amount * sample.units.Item3));

    private static string Wide(string text) => new([.. text.Select(sign => sign is >= '!' and <= '~' ? (char)(sign - '!' + '！') : sign)]);
}
