using System.Security.Cryptography;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Complaints;

/// <summary>By what a complaint is found again, and when it is answered at the latest.</summary>
public sealed record ComplaintReceipt(string Code, DateOnly Due);

/// <summary>Makes a complaint or a suggestion, signed in or not.</summary>
public sealed record MakeComplaint(ComplaintKind Kind, string Content, string? Contact = null) : IRequest<ComplaintReceipt>
{
    public const int LongestContent = 2_000;

    public override string ToString() => Kind.ToString();
}

internal sealed class MakeComplaintSlice(LianzhangDb db, PublishedProgrammes programmes, Accounts accounts, TellAccounts tell, CurrentCaller caller, TimeProvider time) : Slice<MakeComplaint, ComplaintReceipt>
{
    private const int DaysToAnswer = 5;

    // Without letters and digits that are taken for each other when read aloud.
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private const int CodeLength = 16;

    public override Permission Permission { get; } = new("complaints.make", Changes: true, For: Audience.Anyone);

    protected override Problem? Validate(MakeComplaint request)
    {
        if (!Enum.IsDefined(request.Kind))
            return Problem.Invalid(("请选择类别。", "Choose what it is about."));
        if (string.IsNullOrWhiteSpace(request.Content) || request.Content.Length > MakeComplaint.LongestContent)
            return Problem.Invalid(($"请填写内容，最多 {MakeComplaint.LongestContent} 字。", $"Write what it is about, in at most {MakeComplaint.LongestContent} characters."));
        return Lengths.Check(request.Contact);
    }

    protected override async Task<Answer<ComplaintReceipt>> Handle(MakeComplaint request, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var calendar = (await programmes.Find(null, cancel))?.Programme.Calendar ?? new([]);
        var made = new Complaint
        {
            Id = Guid.CreateVersion7(now),
            Code = RandomNumberGenerator.GetString(Alphabet, CodeLength),
            At = now,
            Due = calendar.AddWorkingDays(time.Today(), DaysToAnswer),
            Kind = request.Kind,
            Content = request.Content.Trim(),
            Account = caller.Caller.Account,
            Contact = string.IsNullOrWhiteSpace(request.Contact) ? null : request.Contact.Trim(),
        };
        db.Add(made);
        foreach (var holder in await accounts.Holders("complaints.handle", cancel))
            tell.Tell(holder, ($"收到一件投诉建议（{ComplaintKindWords.Of(made.Kind).Zh}），请于 {made.Due:M月d日}前答复。", $"A complaint has come in; answer it by {made.Due:yyyy-MM-dd}."), "/complaints");
        return new ComplaintReceipt(made.Code, made.Due);
    }
}
