using System.Buffers;
using System.Text;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Facts;

/// <summary>A value within a payload: the item by its number, the amount in ten-thousandths of the item's unit.</summary>
public readonly record struct PackedValue(int Item, FactState State, long Scaled, FactFlags Flags, string? Reason);

/// <summary>
/// Packs the values of a report into a few bytes each. A value is: the item's number; a byte of state (2 bits), whether flags follow
/// and whether a reason follows; the amount, only where the state is a value; flags; the reason's length and UTF-8 text. Whole numbers
/// are written seven bits a byte, signed ones with the sign last.
/// </summary>
public static class ReportPayload
{
    private const byte Version = 1;
    private const int HasFlags = 4;
    private const int HasReason = 8;

    // The order is that of the format, not of the enumeration, which may grow.
    private static readonly FactState[] States = [FactState.Value, FactState.Zero, FactState.NotApplicable, FactState.Missing];

    public static byte[] Pack(IReadOnlyList<PackedValue> values)
    {
        var buffer = new ArrayBufferWriter<byte>(8 + (values.Count * 6));
        Put(buffer, Version);
        foreach (var value in values)
        {
            var state = Array.IndexOf(States, value.State);
            if (state < 0)
                throw new ArgumentException($"{value.State} cannot be reported", nameof(values));
            Whole(buffer, (ulong)value.Item);
            Put(buffer, (byte)(state | (value.Flags == FactFlags.None ? 0 : HasFlags) | (value.Reason is null ? 0 : HasReason)));
            if (value.State == FactState.Value)
                Whole(buffer, (ulong)((value.Scaled << 1) ^ (value.Scaled >> 63)));
            if (value.Flags != FactFlags.None)
                Put(buffer, (byte)value.Flags);
            if (value.Reason is { } reason)
                Words(buffer, reason);
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Puts the values of a payload in a list, which may be used again for the next.</summary>
    public static void Unpack(byte[] payload, List<PackedValue> values)
    {
        values.Clear();
        var reader = new Reader(payload);
        if (reader.Byte() != Version)
            throw new InvalidDataException("the payload of a report is of an unknown version");
        while (reader.HasMore)
            values.Add(reader.Value());
    }

    private static void Put(ArrayBufferWriter<byte> buffer, byte value)
    {
        buffer.GetSpan(1)[0] = value;
        buffer.Advance(1);
    }

    private static void Whole(ArrayBufferWriter<byte> buffer, ulong value)
    {
        for (; value >= 0x80; value >>= 7)
            Put(buffer, (byte)(value | 0x80));
        Put(buffer, (byte)value);
    }

    private static void Words(ArrayBufferWriter<byte> buffer, string words)
    {
        Whole(buffer, (ulong)Encoding.UTF8.GetByteCount(words));
        Encoding.UTF8.GetBytes(words, buffer);
    }

    private struct Reader(byte[] payload)
    {
        private int at;

        public readonly bool HasMore => at < payload.Length;

        public byte Byte() => payload[at++];

        public PackedValue Value()
        {
            var item = (int)Whole();
            var head = Byte();
            var state = States[head & 3];
            var amount = state == FactState.Value ? Whole() : 0;
            var flags = (head & HasFlags) == 0 ? FactFlags.None : (FactFlags)Byte();
            var reason = (head & HasReason) == 0 ? null : Words();
            return new PackedValue(item, state, (long)(amount >> 1) ^ -(long)(amount & 1), flags, reason);
        }

        private ulong Whole()
        {
            ulong value = 0;
            for (var shift = 0; ; shift += 7)
            {
                var next = Byte();
                value |= (ulong)(next & 0x7F) << shift;
                if (next < 0x80)
                    return value;
            }
        }

        private string Words()
        {
            var length = (int)Whole();
            at += length;
            return Encoding.UTF8.GetString(payload, at - length, length);
        }
    }
}
