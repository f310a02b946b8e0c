using Lianzhang.Core.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianzhang.Platform.Registers;

/// <summary>What an enterprise gets.</summary>
public enum PolicyDelivery
{
    /// <summary>Money is paid out.</summary>
    Pay,

    /// <summary>A service or a thing is delivered.</summary>
    Deliver,
}

/// <summary>How far the support of one enterprise has come.</summary>
public enum OfferState
{
    /// <summary>It was offered, without anybody having applied.</summary>
    Offered,

    /// <summary>The enterprise has confirmed that it wants it and that the conditions hold.</summary>
    Confirmed,

    /// <summary>It was decided to give it.</summary>
    Approved,

    /// <summary>It was decided not to give it.</summary>
    Refused,

    /// <summary>It was paid or delivered.</summary>
    Delivered,

    /// <summary>The enterprise does not want it.</summary>
    Declined,

    /// <summary>It was not confirmed in time.</summary>
    Expired,
}

/// <summary>The words for support.</summary>
public static class PolicyWords
{
    public static Text Of(PolicyDelivery delivery) => delivery switch
    {
        PolicyDelivery.Pay => ("兑付资金", "payment"),
        PolicyDelivery.Deliver => ("提供服务", "service"),
    };

    public static Text Of(OfferState state) => state switch
    {
        OfferState.Offered => ("待企业确认", "to be confirmed"),
        OfferState.Confirmed => ("待审定", "to be decided"),
        OfferState.Approved => ("待兑现", "to be delivered"),
        OfferState.Refused => ("未通过", "refused"),
        OfferState.Delivered => ("已兑现", "delivered"),
        OfferState.Declined => ("企业放弃", "declined"),
        OfferState.Expired => ("逾期未确认", "expired"),
    };
}

/// <summary>An instrument of support: who issues it, whom it is for, on which conditions, and out of how much.</summary>
internal sealed class PolicyInstrument
{
    public required string Code { get; init; }

    public required string Name { get; set; }

    public required string Issuer { get; set; }

    /// <summary>Codes of the industries that it is for; none where it is for all.</summary>
    public required List<string> Industries { get; set; }

    public required DateOnly From { get; set; }

    public required DateOnly To { get; set; }

    /// <summary>What there is in all, in 万元; null where it is not limited.</summary>
    public decimal? Budget { get; set; }

    /// <summary>What one enterprise gets, in 万元; null for a service without a price.</summary>
    public decimal? Amount { get; set; }

    /// <summary>The conditions as YAML, in the form of the rules of titles.</summary>
    public required string Conditions { get; set; }

    public string? Documents { get; set; }

    public required PolicyDelivery Delivery { get; set; }

    /// <summary>Code of the programme's measure that it serves.</summary>
    public string? Measure { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }

    public string? CloseReason { get; set; }

    public required DateTimeOffset RecordedAt { get; init; }

    public bool IsOpen(DateOnly day) => ClosedAt is null && From <= day && day <= To;
}

/// <summary>An instrument offered to an enterprise, with every step that was taken.</summary>
internal sealed class PolicyOffer
{
    public long Id { get; init; }

    public required string Policy { get; init; }

    public required long UnitId { get; init; }

    public required OfferState State { get; set; }

    /// <summary>What is set aside for it, in 万元.</summary>
    public decimal? Amount { get; init; }

    public required DateTimeOffset OfferedAt { get; init; }

    public required string OfferedBy { get; init; }

    /// <summary>The account that offered it, which may not decide it.</summary>
    public Guid? OfferedByAccount { get; init; }

    /// <summary>The last day on which the enterprise may confirm it.</summary>
    public required DateOnly Due { get; init; }

    public DateTimeOffset? AnsweredAt { get; set; }

    public string? AnsweredBy { get; set; }

    /// <summary>Why the enterprise declined.</summary>
    public string? AnswerReason { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    public string? DecidedBy { get; set; }

    public string? DecisionReason { get; set; }

    public DateOnly? DeliveredOn { get; set; }

    /// <summary>What was paid, in 万元.</summary>
    public decimal? DeliveredAmount { get; set; }

    public string? DeliveredBy { get; set; }

    /// <summary>Whether what is set aside for it is still needed.</summary>
    public static readonly IReadOnlyList<OfferState> Binding = [OfferState.Offered, OfferState.Confirmed, OfferState.Approved, OfferState.Delivered];
}

internal sealed class PolicyTables : IEntityTypeConfiguration<PolicyInstrument>, IEntityTypeConfiguration<PolicyOffer>
{
    public void Configure(EntityTypeBuilder<PolicyInstrument> builder)
    {
        builder.ToTable("registers_policy");
        builder.HasKey(policy => policy.Code);
    }

    public void Configure(EntityTypeBuilder<PolicyOffer> builder)
    {
        builder.ToTable("registers_offer");
        // Each enterprise at most once.
        builder.HasIndex(offer => new { offer.Policy, offer.UnitId }).IsUnique();
        builder.HasIndex(offer => offer.UnitId);
        builder.HasIndex(offer => new { offer.State, offer.Due });
    }
}
