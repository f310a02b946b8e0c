using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Lianzhang.Core.Registers;

namespace Lianzhang.Core.Tests.Registers;

public sealed class CreditCodeProperties
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static readonly Gen<char> Character = Gen.Elements(Alphabet.ToCharArray());

    private static readonly Gen<string> Codes =
        from department in Character
        from category in Character
        from region in Gen.Choose(0, 999_999)
        from body in Character.ArrayOf(8)
        select CreditCode.Make(department, category, $"{region:D6}", new string(body));

    [Property(MaxTest = 1000)]
    public Property What_was_made_is_valid() => Prop.ForAll(Codes.ToArbitrary(), code => (code.Length == 18 && CreditCode.Fault(code) is null).Label(code));

    [Property(MaxTest = 300)]
    public Property Every_wrong_character_is_found() => Prop.ForAll(
        Codes.ToArbitrary(),
        code =>
        {
            var missed =
                from position in Enumerable.Range(0, code.Length)
                from wrong in Alphabet
                where wrong != code[position]
                let mistaken = $"{code[..position]}{wrong}{code[(position + 1)..]}"
                where CreditCode.Fault(mistaken) is null
                select mistaken;
            return NoneOf(code, missed);
        });

    [Property(MaxTest = 300)]
    public Property Every_swap_of_neighbours_is_found() => Prop.ForAll(
        Codes.ToArbitrary(),
        code =>
        {
            var missed =
                from position in Enumerable.Range(0, code.Length - 1)
                where code[position] != code[position + 1]
                let mistaken = $"{code[..position]}{code[position + 1]}{code[position]}{code[(position + 2)..]}"
                where CreditCode.Fault(mistaken) is null
                select mistaken;
            return NoneOf(code, missed);
        });

    [Property(MaxTest = 300)]
    public Property Every_character_too_few_or_too_many_is_found() => Prop.ForAll(
        (from code in Codes from length in Gen.Choose(0, 40) from more in Character select (code, length, more)).ToArbitrary(),
        sample => CreditCode.Fault(sample.code.PadRight(40, sample.more)[..sample.length]) is null == (sample.length == 18));

    [Property(MaxTest = 500)]
    public bool Any_text_is_judged_without_an_exception(string? text) => CreditCode.Fault(text ?? string.Empty) is not { Zh: "" };

    private static Property NoneOf(string code, IEnumerable<string> missed)
    {
        var list = missed.ToList();
        return (list.Count == 0).Label($"{code}: {string.Join(' ', list)}");
    }
}
