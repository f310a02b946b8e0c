using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Lianzhang.Core.Facts;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Tests.Facts;

public sealed class ReportPayloadTests
{
    private static readonly FactState[] Reported = [FactState.Value, FactState.Zero, FactState.NotApplicable, FactState.Missing];

    [Property]
    public Property What_was_packed_is_unpacked() => Prop.ForAll(
        (from item in Gen.Choose(0, int.MaxValue)
         from state in Gen.Elements(Reported)
         from amount in Gen.Elements(0L, 1, -1, 63, -64, 64, 1_234_567_890_123, long.MaxValue, long.MinValue + 3)
         from flags in Gen.Choose(0, 31)
         from reason in Gen.Elements(null, "", "未报", "企业停产，暂无数据。")
         select new PackedValue(item, state, state == FactState.Value ? amount : 0, (FactFlags)flags, reason)).ListOf().ToArbitrary(),
        values => Unpacked(ReportPayload.Pack([.. values])).SequenceEqual(values));

    [Fact]
    public void A_usual_value_takes_four_or_five_bytes()
    {
        var packed = ReportPayload.Pack([.. Enumerable.Range(1, 20).Select(item => new PackedValue(item, FactState.Value, 5_000_000, FactFlags.None, null))]);

        Assert.InRange(packed.Length, 60, 130);
    }

    [Fact]
    public void What_no_unit_can_report_is_refused() =>
        Assert.Throws<ArgumentException>(() => ReportPayload.Pack([new PackedValue(1, FactState.Undefined, 0, FactFlags.None, null)]));

    [Fact]
    public void A_payload_of_another_version_is_not_misread() => Assert.Throws<InvalidDataException>(() => Unpacked([9, 1, 0]));

    private static List<PackedValue> Unpacked(byte[] payload)
    {
        List<PackedValue> values = [];
        ReportPayload.Unpack(payload, values);
        return values;
    }
}
