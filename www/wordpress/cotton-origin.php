<?php
/**
 * Plugin Name:       Cotton Origin
 * Description:       A block and a shortcode that estimate, from a garment's label, how much of its cotton was likely grown in the Uyghur Region.
 * Version:           @version@
 * Requires at least: 6.3
 * Requires PHP:      7.4
 * License:           MIT OR Apache-2.0
 * Text Domain:       cotton-origin
 *
 * The widget's files lie in a folder beside this file and are served by this site itself: nobody else learns of its visitors.
 */

defined( 'ABSPATH' ) || exit;

/** The folder. Each build has a name of its own for it: no browser takes an older file that it kept. */
const COTTON_ORIGIN_WIDGET = '@widget@';

/** The digest of cotton-origin.js in it. A browser runs that file and no other, and it loads only the files it was built with. */
const COTTON_ORIGIN_DIGEST = '@digest@';

/** What the shortcode takes, and the block. Empty is as if it were not there. */
const COTTON_ORIGIN_SETTINGS = array(
	'lang'      => '',
	'region'    => '',
	'market'    => '',
	'theme'     => '',
	'questions' => '',
	'sections'  => '',
	'compact'   => '',
	'action'    => '',
	'link'      => '',
);

/** Those that are attributes of the element, as they are. */
const COTTON_ORIGIN_ATTRIBUTES = array( 'lang', 'region', 'market', 'theme', 'questions', 'sections' );

add_action( 'init', 'cotton_origin_register' );

function cotton_origin_register() {
	register_block_type( __DIR__, array( 'render_callback' => 'cotton_origin_block' ) );
	add_shortcode( 'cotton_origin', 'cotton_origin_shortcode' );
}

/** The block: the element in a box that the theme aligns. */
function cotton_origin_block( $settings ) {
	return '<div ' . get_block_wrapper_attributes() . '>' . cotton_origin_element( $settings ) . '</div>';
}

/**
 * [cotton_origin lang="fr" theme="light" compact action="Ask your shop" link="https://…"]
 *
 * In a box, too: the editor puts a shortcode that is typed into a paragraph. A box ends that; without one, the element's first
 * paragraph would end it and the element with it, and all that is in the element would fall out.
 */
function cotton_origin_shortcode( $settings ) {
	// What WordPress named after the block, from block.json.
	wp_enqueue_style( 'cotton-origin-estimate-style' );
	return '<div>' . cotton_origin_element( $settings ) . '</div>';
}

/** The element and its script, from the settings of either. */
function cotton_origin_element( $settings ) {
	$settings = is_array( $settings ) ? $settings : array();
	// A word without a value, as in [cotton_origin compact].
	$compact  = in_array( 'compact', $settings, true );
	$settings = array_map( 'strval', shortcode_atts( COTTON_ORIGIN_SETTINGS, $settings, 'cotton_origin' ) );

	$attributes = $compact || filter_var( $settings['compact'], FILTER_VALIDATE_BOOLEAN ) ? ' compact' : '';
	foreach ( COTTON_ORIGIN_ATTRIBUTES as $name ) {
		if ( '' !== $settings[ $name ] ) {
			$attributes .= ' ' . $name . '="' . esc_attr( $settings[ $name ] ) . '"';
		}
	}
	return cotton_origin_script() . '<cotton-origin' . $attributes . '>' . cotton_origin_content( $settings ) . '</cotton-origin>';
}

/**
 * The script stands with every element: a browser runs a module once, however often it is named. The last four attributes ask optimisers
 * (Cloudflare, LiteSpeed, WP Rocket, Autoptimize) to leave it alone: a script that they change or move is not run.
 */
function cotton_origin_script() {
	$address = plugins_url( COTTON_ORIGIN_WIDGET . '/cotton-origin.js', __FILE__ );
	return '<script type="module" src="' . esc_url( $address ) . '" integrity="' . esc_attr( COTTON_ORIGIN_DIGEST ) . '" crossorigin data-cfasync="false" data-no-optimize="1" data-no-minify="1" data-no-defer="1"></script>';
}

/** The estimate's own page, beside the script. */
function cotton_origin_page() {
	return plugins_url( COTTON_ORIGIN_WIDGET . '/index.html', __FILE__ );
}

/** What stands there until the estimate is ready and wherever it cannot run, and the site's own link. */
function cotton_origin_content( $settings ) {
	$content = '<p>' . esc_html__( 'About 20 in 100 grams of the world’s cotton come from the Uyghur Region. Ask the shop where this cotton grew.', 'cotton-origin' ) . ' <a href="' . esc_url( cotton_origin_page() ) . '">' . esc_html__( 'Estimate it for a garment of yours.', 'cotton-origin' ) . '</a></p>';
	$link    = esc_url( $settings['link'], array( 'http', 'https' ) );
	if ( '' !== $link && '' !== $settings['action'] ) {
		$content .= '<a slot="action" href="' . esc_url( $link ) . '">' . esc_html( $settings['action'] ) . '</a>';
	}
	return $content;
}
